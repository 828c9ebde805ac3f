/** The benchmark of answers: rate beside a bare bot, latency beside a campaign, and operations on Cosmos DB. */

import { benchProgramme } from './bench-programme';
import { addProgramme, BenchSetting, openPulse, untilSent } from './bench-setting';
import { startOurs } from './bot-processes';
import { comparedPeople, compareRates, peopleToInvite } from './compare-rates';
import { countCosmos } from './count-cosmos';
import { LoadGenerator } from './load-generator';
import { campaignPeople, latencyPeople, measureLatency } from './measure-latency';

const bars = { ratioEmbedded: 0.5, p99Ms: 250, cosmosReadsPerAnswer: 3, cosmosWritesPerAnswer: 1 };

export async function benchAnswers(): Promise<boolean> {
  const setting = await BenchSetting.open();
  const generator = new LoadGenerator();
  try {
    const { context, teams } = setting;
    const asked = benchProgramme('asked', teams.address.tenantId);
    const others = benchProgramme('others', teams.address.tenantId);
    const people = peopleToInvite + latencyPeople;
    await addProgramme(context, asked, people);
    await addProgramme(context, others, campaignPeople);
    const waveId = await openPulse(context, asked);
    const ours = await startOurs(setting.environment(10_000), setting.logFile);
    console.error(`inviting ${people} people`);
    await untilSent(context, waveId, people);
    const target = setting.target(asked, waveId);
    const rates = await compareRates(setting, generator, ours, { ...target, url: ours.url });
    await ours.stop();
    const latency = await measureLatency(setting, generator, target, peopleToInvite, others);
    const cost = await countCosmos(teams, setting.authorization, generator);
    const figures = { ...rates, ...latency, ...cost, people: comparedPeople };
    const barsMet =
      figures.ratioEmbedded >= bars.ratioEmbedded &&
      figures.p99Ms <= bars.p99Ms &&
      figures.overtaken === 0 &&
      figures.cosmosReadsPerAnswer <= bars.cosmosReadsPerAnswer &&
      figures.cosmosWritesPerAnswer <= bars.cosmosWritesPerAnswer;
    console.log(JSON.stringify({ bench: 'answers', ...figures, bars, barsMet }));
    return barsMet;
  } finally {
    generator.close();
    await setting.close();
  }
}
