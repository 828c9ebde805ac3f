/** The list of commands. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Act } from './cli';
import { addApply } from './commands/apply.command';
import { addBank } from './commands/bank.command';
import { addBankScore } from './commands/bank-score.command';
import { addCampaignCancel } from './commands/campaign-cancel.command';
import { addCampaignStatus } from './commands/campaign-status.command';
import { addDoctor } from './commands/doctor.command';
import { addExportConfidence } from './commands/export-confidence.command';
import { addExportDecisions } from './commands/export-decisions.command';
import { addExportIssues } from './commands/export-issues.command';
import { addGateStatus } from './commands/gate-status.command';
import { addHazardsList } from './commands/hazards-list.command';
import { addIssuesImport } from './commands/issues-import.command';
import { addIssuesList } from './commands/issues-list.command';
import { addLogVerify } from './commands/log-verify.command';
import { addLoopTime } from './commands/loop-time.command';
import { addPeopleCodes } from './commands/people-codes.command';
import { addPeopleImport } from './commands/people-import.command';
import { addPeopleSync } from './commands/people-sync.command';
import { addPulseList, addPulseRetire } from './commands/pulse-list.command';
import { addPulseOpen } from './commands/pulse-open.command';
import { addPulsePreview } from './commands/pulse-preview.command';
import { addReview } from './commands/review.command';
import { addSchema } from './commands/schema.command';
import { addWaveClose } from './commands/wave-close.command';
import { addWaveCorrect } from './commands/wave-correct.command';
import type { Terminal } from './terminal';

/** Nothing here ends the process: what commander would end it for is thrown as a CommanderError. */
export function buildProgram(act: Act, terminal: Terminal): Command {
  const program = new Command('soundings')
    .description('Asks frontline staff how confident they are, and brings the answer back.')
    .version(versionOf())
    // `review revise --version` is another version than this one.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('(add --help for what is possible)');
  addApply(program, act);
  const people = program.command('people').description('the people of a programme');
  addPeopleImport(people, act);
  addPeopleCodes(people, act);
  addPeopleSync(people, act);
  const pulse = program.command('pulse').description('question sets');
  addPulseList(pulse, act);
  addPulseOpen(pulse, act);
  addPulsePreview(pulse, act);
  addPulseRetire(pulse, act);
  const wave = program.command('wave').description('runs of a pulse');
  addWaveClose(wave, act);
  addWaveCorrect(wave, act);
  const campaign = program.command('campaign').description('sends to many');
  addCampaignStatus(campaign, act);
  addCampaignCancel(campaign, act);
  addGateStatus(program.command('gate').description('what is decided before a go-live'), act);
  addHazardsList(program.command('hazards').description('what could harm a patient'), act);
  const issues = program.command('issues').description('what gets in the way, and what came of it');
  addIssuesList(issues, act);
  addIssuesImport(issues, act);
  addReview(program.command('review').description('design reviews'), act);
  addLoopTime(program, act);
  addLogVerify(program.command('log').description('the decision log'), act);
  const exports = program.command('export').description('tables for analysts');
  addExportConfidence(exports, act);
  addExportDecisions(exports, act);
  addExportIssues(exports, act);
  const bank = program.command('bank').description('questions in plain words that a pulse may ask');
  addBank(bank, act);
  addBankScore(bank, act);
  addSchema(program, act);
  addDoctor(program, act);
  addJsonOption(program);
  return program;
}

/** Every command has it; it is declared once. */
function addJsonOption(command: Command): void {
  if (command.commands.length === 0) command.option('--json', 'print one JSON document and nothing else');
  for (const child of command.commands) addJsonOption(child);
}

function versionOf(): string {
  const file = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  return String((JSON.parse(file) as { readonly version: unknown }).version);
}
