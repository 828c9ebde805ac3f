/** The bare loop in a process of its own. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pulseInvitationMessage } from '../../../src/cards/messages/pulse-message';
import type { Wave } from '../../../src/domain/pulse/wave';
import { activityOf } from '../../../src/teams/message-activity';
import type { DispatchSetting } from '../../support/dispatch/dispatch-setting';
import { chatIdOf } from '../../support/loopback-teams/chat';
import type { BareLoop, BareLoopTook } from './bare-loop-child';

/** As many as ours has on their way in its lane. */
const atATime = 80;

/** @returns what one post to everybody took. */
export async function runBareLoop(setting: DispatchSetting, wave: Wave): Promise<BareLoopTook> {
  const { programme, people, teams } = setting;
  const { tenantId } = programme;
  const conversationIds = people.map(({ aadObjectId }) => chatIdOf({ tenantId, aadObjectId }));
  // The same for all of them, where ours differs by each person's refresh.
  const data = { card: 'pulse', programmeId: programme.id, subjectId: wave.waveId };
  const refresh = { userId: String(conversationIds[0]).replace(/^a:/, '29:'), data };
  const frame = { isSynthetic: programme.isSynthetic, timeZone: programme.timeZone, refresh };
  const activity = activityOf(pulseInvitationMessage(programme, wave, frame));
  const child = fork(join(__dirname, 'bare-loop-child.ts'), {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production' },
    execArgv: ['-r', join(__dirname, '../../support/register-swc.cjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const loop: BareLoop = { ...teams.address, conversationIds, activity, atATime };
  child.send(loop);
  const [took] = (await once(child, 'message')) as [BareLoopTook];
  await once(child, 'exit');
  return took;
}
