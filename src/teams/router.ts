/** Routes authenticated activities with teams-ai's Application, used as a router and as nothing else. */

import type { TurnState } from '@microsoft/teams-ai';
// Not from the package's index, which loads language models' clients and tokenisers as well.
import { Application, type ApplicationOptions } from '@microsoft/teams-ai/lib/Application';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';

import type { Message } from '../app/ports/messenger';
import type { TeamsAdapter } from './adapter';
import { answerDialog, isDialog } from './answer-dialog';
import { answerExecute, isAutomatic } from './answer-execute';
import { answerMessage } from './answer-message';
import { dialogBody, dialogWords } from './dialog';
import { type EdgeParts, referenceOf } from './edge-parts';
import { Greeter } from './greet';
import { type IncomingActivity, isExecute } from './incoming-activity';
import { adaptiveCardType } from './message-activity';
import { typedWordsWith } from './typed-words';

const correlationKey = Symbol('correlation id');

export class Router {
  readonly #parts: EdgeParts;
  readonly #application: Application;

  constructor(parts: EdgeParts, adapter: TeamsAdapter) {
    this.#parts = parts;
    this.#application = new Application({
      // Without it the error handler below would be dropped in silence. It sets that handler and nothing else here,
      // so that any adapter of the SDK serves, not only teams-ai's own.
      adapter: adapter as unknown as NonNullable<ApplicationOptions<TurnState>['adapter']>,
      // Its timer is shared by all turns: one person's reply would stop another's.
      startTypingTimer: false,
      longRunningMessages: false,
      removeRecipientMention: false,
    });
    this.#route();
  }

  /** One turn; the invoke's response is left where the adapter looks for it. */
  async run(context: TurnContext, correlationId: string): Promise<void> {
    context.turnState.set(correlationKey, correlationId);
    await this.#application.run(context);
  }

  /** For an invoke whose handler is still at work when Teams stops waiting. */
  tooLate(activity: IncomingActivity, correlationId: string): InvokeResponse {
    const { app } = this.#parts.edge;
    app.log.warn('invoke.late', { correlationId });
    return this.#failed(activity, correlationId, 504);
  }

  #route(): void {
    const greeter = new Greeter(this.#parts);
    const application = this.#application;
    application.adaptiveCards.actionExecute(
      async (context) =>
        isExecute(context.activity) && context.activity.value?.action?.type === 'Action.Execute',
      async (context) => {
        await this.#execute(context);
        // The response is there already: a card returned from here would, if it had `refresh`, be written into the
        // chat for everybody.
        return '';
      },
    );
    const invokesOfOtherKinds = async ({ activity }: TurnContext) => isExecute(activity);
    application.addRoute(invokesOfOtherKinds, (context) => this.#execute(context), true);
    const dialogs = async ({ activity }: TurnContext) => isDialog(activity);
    application.addRoute(dialogs, (context) => this.#dialog(context), true);
    application.activity('message', (context) =>
      answerMessage(this.#parts, incoming(context), correlationIdOf(context)),
    );
    application.activity('installationUpdate', (context) =>
      greeter.installed(incoming(context), correlationIdOf(context)),
    );
    application.activity('conversationUpdate', (context) =>
      greeter.added(incoming(context), correlationIdOf(context)),
    );
    application.error((context, error) => this.#answerError(context, error));
  }

  async #execute(context: TurnContext): Promise<void> {
    const activity = incoming(context);
    const correlationId = correlationIdOf(context);
    const { outcome, message } = await answerExecute(this.#parts, activity, correlationId);
    const response =
      outcome === 'failed' ? this.#failedResponse(activity, correlationId) : cardResponse(message);
    await respond(context, response);
  }

  async #dialog(context: TurnContext): Promise<void> {
    const message = await answerDialog(this.#parts, incoming(context), correlationIdOf(context));
    await respond(context, { status: 200, body: dialogBody(message) });
  }

  /** @param status for an invoke to which no words can be the answer. */
  #failed(activity: IncomingActivity, correlationId: string, status: number): InvokeResponse {
    if (isExecute(activity)) return this.#failedResponse(activity, correlationId);
    if (!isDialog(activity)) return { status };
    const { summary } = this.#parts.notices.failed(referenceOf(correlationId));
    return { status: 200, body: dialogWords(summary) };
  }

  /** A card that refreshes by itself stays as it is shown when the refresh fails: nobody pressed anything. */
  #failedResponse(activity: IncomingActivity, correlationId: string): InvokeResponse {
    const message = this.#parts.notices.failed(referenceOf(correlationId), typedWordsWith(activity));
    if (!isAutomatic(activity)) return cardResponse(message);
    const value = { code: 'Unavailable', message: message.summary };
    return { status: 200, body: { statusCode: 503, type: 'application/vnd.microsoft.error', value } };
  }

  /** The SDK takes an error that was handled for an invoke without response, and answers 501. */
  async #answerError(context: TurnContext, error: unknown): Promise<void> {
    const { app } = this.#parts.edge;
    const activity = incoming(context);
    const correlationId = correlationIdOf(context);
    app.log.error('turn.failed', error, { correlationId, activityType: activity.type });
    if (activity.type !== 'invoke') return;
    await respond(context, this.#failed(activity, correlationId, 500));
  }
}

function cardResponse(message: Message): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type: adaptiveCardType, value: message.card } };
}

async function respond(context: TurnContext, value: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value } satisfies Partial<Activity>);
}

/** The activity was checked before the turn began. */
function incoming(context: TurnContext): IncomingActivity {
  return context.activity as unknown as IncomingActivity;
}

function correlationIdOf(context: TurnContext): string {
  return String(context.turnState.get(correlationKey));
}
