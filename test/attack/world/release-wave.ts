/** Runs the product's own release over what people said, and gathers everything that its surfaces show of it. */

import { escalationPreparationCard } from '../../../src/cards/escalation-preparation.card';
import { waveHeardCard } from '../../../src/cards/wave-heard.card';
import { waveResultCard } from '../../../src/cards/wave-result.card';
import type { Invitation } from '../../../src/domain/campaign/campaign';
import { computeRelease } from '../../../src/domain/disclosure/compute-release';
import type { SolveProgramme } from '../../../src/domain/disclosure/integer-programme';
import { ProfileCounter } from '../../../src/domain/disclosure/profile';
import type { Release, ReleaseTable } from '../../../src/domain/disclosure/release';
import { tallyAnswers } from '../../../src/domain/disclosure/tally-answers';
import { gatherEvidence } from '../../../src/domain/escalation/gather-evidence';
import {
  asId,
  type EscalationId,
  type ProgrammeId,
  type PulseId,
  type WaveId,
} from '../../../src/domain/ids';
import type { Day, Instant } from '../../../src/domain/instant';
import type { Employment, Shift } from '../../../src/domain/programme/person';
import type { AnswerSheet } from '../../../src/domain/pulse/answer';
import { confidenceScoresOf } from '../../../src/domain/score/confidence-scores';
import type { AskedOf } from '../../../src/domain/silence/response-by-group';
import type { SurfaceTable, SurfaceWave } from '../attacker/surfaces';
import type { DrawnPerson, DrawnWave } from './draw-programme';
import type { ProgrammeShape } from './programme-shape';

const programme = { id: asId<ProgrammeId>('programme'), name: 'Programme' };

export async function releaseOf(
  shape: ProgrammeShape,
  wave: DrawnWave,
  solve: SolveProgramme,
  isSecondTime = false,
): Promise<Release> {
  const sheets = wave.people.map(
    ({ id, atomId, said }): AnswerSheet => ({
      waveId: asId<WaveId>(wave.waveId),
      answerKey: id,
      atomId,
      answeredOn: '2026-01-12' as Day,
      revision: 1,
      values: said,
    }),
  );
  // After a crash the answers are read again, in whatever order the store has them by then.
  if (isSecondTime) sheets.reverse();
  const profiles = new ProfileCounter(wave.questions);
  const people = new Map(wave.people.map((person) => [person.id, person]));
  for (const sheet of sheets) {
    const person = people.get(sheet.answerKey);
    const hasAnswered = Object.keys(sheet.values).length > 0;
    if (person) profiles.add(invitationOf(person), hasAnswered ? sheet : undefined);
  }
  return computeRelease(
    {
      profiles: profiles.all(),
      assistedLines: profiles.assistedLines(),
      wave: {
        waveId: asId<WaveId>(wave.waveId),
        programmeId: programme.id,
        pulseId: asId<PulseId>('pulse'),
        title: `Wave ${wave.waveId}`,
        questions: wave.questions,
        frame: wave.frame,
        minimumGroupSize: shape.minimumGroupSize,
        confidenceFloor: shape.confidenceFloor,
      },
      ...tallyAnswers(sheets, wave.questions),
      releasedAt: `2026-0${isSecondTime ? 2 : 1}-20T17:00:00.000Z` as Instant,
    },
    solve,
  );
}

function invitationOf({ atomId, shift, area, cohort, employment, isAssisted }: DrawnPerson): Invitation {
  return {
    atomId,
    ...(shift ? { shift: shift as Shift } : {}),
    ...(area ? { area } : {}),
    ...(cohort ? { cohort } : {}),
    ...(employment ? { employment: employment as Employment } : {}),
    ...(isAssisted ? { isAssisted } : {}),
  };
}

/** Through JSON, so that nothing is handed over that a reader would not get. */
export function surfacesOf(
  shape: ProgrammeShape,
  wave: DrawnWave,
  releases: readonly Release[],
  earlier: readonly Release[] = [],
): SurfaceWave {
  const [release] = releases;
  const shown = {
    waveId: wave.waveId,
    roster: rosterOf(wave),
    minimumGroupSize: shape.minimumGroupSize,
    confidenceFloor: shape.confidenceFloor,
    releases: releases.map(({ tables, assisted }) => ({
      tables: tables.map((table) => asShown(table, wave)),
      ...(assisted ? { assisted } : {}),
    })),
    scores: release
      ? confidenceScoresOf(release, { programmeName: programme.name, isSynthetic: true }, askedOf(wave))
      : [],
    cards: release ? cardsOf(release, earlier, askedOf(wave)) : [],
  };
  return JSON.parse(JSON.stringify(shown)) as SurfaceWave;
}

/** With the ends of its scale, which everybody who was asked has seen. */
function asShown(table: ReleaseTable, { questions }: DrawnWave): SurfaceTable {
  const question = questions.find(({ id }) => id === table.questionId);
  if (question?.kind !== 'scale') return table;
  const { minimum, maximum } = question;
  return { ...table, scale: { minimum, maximum } };
}

export function rosterOf({ people }: DrawnWave): SurfaceWave['roster'] {
  return people.map(({ id, atomId, shift, area, cohort, employment, isAssisted }) => ({
    id,
    atomId,
    ...(shift ? { shift } : {}),
    ...(area ? { area } : {}),
    ...(cohort ? { cohort } : {}),
    ...(employment ? { employment } : {}),
    ...(isAssisted ? { isAssisted } : {}),
  }));
}

const frame = { isSynthetic: true, timeZone: 'Europe/London' };

function askedOf({ asked = { audience: { kind: 'everyone' } }, frame: ofWave }: DrawnWave): AskedOf {
  return { ...asked, frame: ofWave };
}

function cardsOf(release: Release, earlier: readonly Release[], asked: AskedOf): readonly unknown[] {
  const evidence = gatherEvidence(release, earlier, { asked });
  return [
    waveResultCard.render({ programme, release, asked }, frame),
    waveHeardCard.render({ programme, release, escalatedGroups: 0 }, frame),
    ...(evidence.length === 0
      ? []
      : [
          escalationPreparationCard.render(
            {
              programme,
              escalation: {
                escalationId: asId<EscalationId>('escalation'),
                evidence,
                leadActsBy: '2026-02-20T17:00:00.000Z' as Instant,
              },
              executiveName: 'The executive',
              standard: { question: 'What now?', options: [] },
            },
            frame,
          ),
        ]),
  ];
}
