/** A few of the runs that `npm run faults -- escalation` draws by the hundred. */

import { runScenario } from './escalation/scenario';

it('one decision each, none lost, nobody asked afterwards, the log whole', async () => {
  expect(await runScenario(1, 12)).toMatchObject({
    doubleDecisions: 0,
    lostEscalations: 0,
    notifiedAfterDecision: 0,
    chainValid: true,
  });
});
