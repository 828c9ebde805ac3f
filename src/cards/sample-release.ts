/** Invented releases of the demo's size, for samples: they show every label and every kind of group. */

import type { Figures, GroupKind, GroupRow, Release, ReleaseTable } from '../domain/disclosure/release';
import { type AtomId, asId, type QuestionId } from '../domain/ids';
import type { Day, Instant } from '../domain/instant';
import type { ChoiceQuestion } from '../domain/pulse/question';
import { wilsonInterval } from '../domain/score/wilson';
import type { AskedOf } from '../domain/silence/response-by-group';
import { sampleProgramme, sampleWave } from './subject';

type Mood = 'usual' | 'quiet' | 'confident';

const siteGroups = [
  'Larkfield General',
  'St Bride’s Hospital',
  'North community',
  'South community',
  'Corporate',
];
const staffFamilies = [
  'Nurses and midwives',
  'Doctors',
  'Allied health professionals',
  'Healthcare assistants',
  'Scientists and pharmacists',
  'Administration and estates',
];
const floor = 0.6;
const minimumGroupSize = 11;
const shareOf: Record<Mood, number> = { usual: 0.58, quiet: 0.5, confident: 0.82 };
const responseOf: Record<Mood, number> = { usual: 0.4, quiet: 0.06, confident: 0.5 };

/** A steady spread from −0.5 to +0.5 without a random source. */
const spread = (index: number) => ((index * 37) % 31) / 30 - 0.5;

function figuresOf(headcount: number, index: number, mood: Mood): Figures {
  const n = Math.round(headcount * Math.max(0.02, responseOf[mood] * (1 + 1.2 * spread(index + 11))));
  if (headcount < 2 * minimumGroupSize || index === 17) return { label: 'tooSmallToShow' };
  if (n < minimumGroupSize) return { label: 'notHeardYet' };
  const favourable = Math.round(n * Math.min(0.97, Math.max(0.03, shareOf[mood] + 0.5 * spread(index))));
  if (favourable > n - 2 || favourable < 2) {
    return { label: 'band', n, band: favourable < 2 ? 'atMost20' : 'atLeast80' };
  }
  return {
    label: 'shown',
    n,
    favourable,
    favourableShare: favourable / n,
    interval: wilsonInterval(favourable, n),
    netAgreement: Math.round((140 * favourable) / n - 60),
    mean: Math.round((70 * favourable) / n + 20),
    outside: { kind: 'each', dontKnowYet: 0.09, notMyArea: 0.03 },
  };
}

/** How everybody answered; groups are shown by their share alone. */
function withPoints(kind: GroupKind, figures: Figures): Figures {
  if (kind !== 'total' || figures.label !== 'shown') return figures;
  const { n, favourable } = figures;
  const against = n - favourable;
  const parts = [0.2 * against, 0.35 * against, 0.45 * against, 0.65 * favourable, 0.35 * favourable];
  const counts = parts.map(Math.floor);
  const left = n - counts.reduce((sum, count) => sum + count, 0);
  const distribution = counts.map((count, index) => ({
    label: `point${index + 1}`,
    count: count + (index === 3 ? left : 0),
  }));
  return { ...figures, distribution };
}

const atomOf = (place: number, family: number) => asId<AtomId>(`a${place * 6 + family}`);
const atomsAt = (place: number) => staffFamilies.map((_name, family) => atomOf(place, family));
const atomsIn = (family: number) => siteGroups.map((_name, place) => atomOf(place, family));

function rowOf(
  kind: GroupKind,
  name: string,
  headcount: number,
  index: number,
  mood: Mood,
  atomIds: readonly AtomId[],
): GroupRow {
  const figures = withPoints(kind, figuresOf(headcount, index, mood));
  const isHeard = figures.label === 'shown' || figures.label === 'band';
  return {
    groupId: asId(`${kind}:${index}`),
    kind,
    name,
    atomIds,
    headcount,
    figures,
    ...(isHeard ? { responsePercent: Math.round((20 * figures.n) / headcount) * 5 } : {}),
    isBelowFloor:
      (figures.label === 'shown' && figures.interval.upper < floor) ||
      (figures.label === 'band' && figures.band === 'atMost20'),
  };
}

function tableOf(id: string, text: string, kind: ReleaseTable['questionKind'], mood: Mood): ReleaseTable {
  const rows = [
    rowOf(
      'total',
      'Everyone',
      5077,
      18,
      mood,
      siteGroups.flatMap((_site, place) => atomsAt(place)),
    ),
    ...siteGroups.map((name, index) =>
      rowOf('siteGroup', name, 1800 - 330 * index, [2, 7, 8, 13, 23][index] ?? 18, mood, atomsAt(index)),
    ),
    ...staffFamilies.map((name, index) =>
      rowOf(
        'staffFamily',
        name,
        1500 - 220 * index,
        [28, 13, 12, 3, 22, 8][index] ?? 18,
        mood,
        atomsIn(index),
      ),
    ),
    ...siteGroups.flatMap((site, place) =>
      staffFamilies.map((family, index) =>
        rowOf('atom', `${site} · ${family}`, 310 - 40 * place - 17 * index, place * 6 + index, mood, [
          atomOf(place, index),
        ]),
      ),
    ),
  ];
  return { questionId: asId<QuestionId>(id), questionText: text, questionKind: kind, rows };
}

/** A quarter of the doctors are not on the list, and nobody of one site group is. */
export const sampleAsked: AskedOf = {
  audience: { kind: 'everyone' },
  frame: { atoms: [], siteGroups: [{ id: 'west', name: 'West community' }] },
  headcounts: [
    { count: 5_340, source: 'Electronic staff record', asOf: '2026-11-01' as Day },
    { staffFamily: '13', count: 1_700, source: 'Electronic staff record', asOf: '2026-11-01' as Day },
    { siteGroup: 'west', count: 88, source: 'Electronic staff record', asOf: '2026-11-01' as Day },
  ],
};

/** A quarter of each group, without the doctors. */
export const sampleSelection: AskedOf = {
  audience: {
    kind: 'random',
    share: 0.25,
    seed: '7d1f02ac',
    leaveOut: [{ staffFamilies: ['13'], why: 'They rotate in that week.' }],
  },
  leftOut: [{ groups: 'Medical and dental', why: 'They rotate in that week.', people: 310 }],
  notAsked: [{ because: 'notDrawn', people: 3_570 }],
  frame: { atoms: [] },
};

/** Chosen by the lead. */
export const sampleList: AskedOf = {
  audience: { kind: 'list', people: [], why: 'They tried it out in October.' },
  notAsked: [{ because: 'notOnList', people: 5_020 }],
  frame: { atoms: [] },
};

export const sampleChoice: ChoiceQuestion = {
  id: asId('help'),
  kind: 'choice',
  text: 'What would help you most?',
  choices: [
    { id: 'training', text: 'More training time' },
    { id: 'devices', text: 'More devices on the ward' },
    { id: 'nights', text: 'Someone to ask on nights' },
  ],
};

export function sampleRelease(mood: Mood): Release {
  return {
    waveId: sampleWave.waveId,
    programmeId: sampleProgramme.id,
    pulseId: sampleWave.pulseId,
    title: sampleWave.title,
    minimumGroupSize,
    confidenceFloor: floor,
    releasedAt: '2026-12-08T17:05:00.000Z' as Instant,
    fallbacks: 0,
    tables: [
      tableOf(
        'confidence',
        'How confident are you that you could do your job safely on the first day of the new record?',
        'confidence',
        mood,
      ),
      tableOf('trained', 'I have had the training I need.', 'agreement', mood),
      {
        questionId: sampleChoice.id,
        questionText: sampleChoice.text,
        questionKind: 'choice',
        rows: [],
        choices: {
          label: 'shown',
          n: 1800,
          distribution: [
            { label: 'training', count: 610 },
            { label: 'devices', count: 830 },
            { label: 'nights', count: 320 },
            { label: 'other', count: 40 },
          ],
        },
      },
    ],
  };
}
