/** The SDK's authentication, without the two HTTP clients that it would build anew for every activity. */

import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Base = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Base['authenticateRequest']>>;
type Factory = NonNullable<Authenticated['connectorFactory']>;
type Connector = Awaited<ReturnType<Factory['create']>>;
type UserTokenClient = Awaited<ReturnType<Base['createUserTokenClient']>>;

/** Teams has a handful of service URLs; more than this means that something else is going on. */
const mostConnectors = 50;

/** The clients hold no state of a turn, and building them took longer than checking the token. */
export class ThriftyAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<Connector>>();
  #userTokenClient: Promise<UserTokenClient> | undefined;

  override async authenticateRequest(
    ...request: Parameters<Base['authenticateRequest']>
  ): Promise<Authenticated> {
    const authenticated = await super.authenticateRequest(...request);
    const { connectorFactory } = authenticated;
    if (!connectorFactory) return authenticated;
    const create: Factory['create'] = (...to) => this.#connector(connectorFactory, to);
    return { ...authenticated, connectorFactory: { create } };
  }

  /** Every activity is for the one bot, so that one client serves. */
  override createUserTokenClient(
    ...identity: Parameters<Base['createUserTokenClient']>
  ): Promise<UserTokenClient> {
    this.#userTokenClient ??= super.createUserTokenClient(...identity);
    this.#userTokenClient.catch(() => {
      this.#userTokenClient = undefined;
    });
    return this.#userTokenClient;
  }

  #connector(factory: Factory, to: Parameters<Factory['create']>): Promise<Connector> {
    const key = to.join(' ');
    const known = this.#connectors.get(key);
    if (known !== undefined) return known;
    const created = factory.create(...to);
    if (this.#connectors.size >= mostConnectors) this.#connectors.clear();
    this.#connectors.set(key, created);
    created.catch(() => this.#connectors.delete(key));
    return created;
  }
}
