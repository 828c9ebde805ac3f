/** Reads a design review's file: what is set up in it, or everything that is wrong with it and where. */

import type { Programme } from '../../domain/programme/programme';
import type { ShapeProblem } from '../programme-file/describe-issue';
import { nearestWord } from '../programme-file/nearest-word';
import { type FileProblem, readYaml } from '../programme-file/read-programme-file';
import { type ReviewFile, reviewFile, reviewJsonSchema } from './review-file.schema';

export type ReviewFileOutcome =
  | { readonly outcome: 'read'; readonly file: ReviewFile }
  | { readonly outcome: 'refused'; readonly problems: readonly FileProblem[] };

type Known = Pick<Programme, 'workflows' | 'staffGroups'>;

/** Problems come in the order of the file. @param known what the programme declares: what is named has to be there. */
export function readReviewFile(text: string, known: Known): ReviewFileOutcome {
  return readYaml<ReviewFile>(text, {
    schema: reviewFile,
    published: reviewJsonSchema,
    whole: {
      what: 'a design review',
      remedy: 'Begin with "id:" and "title:"; docs/examples/review.yaml shows every section.',
    },
    check: (file) => checkReferences(file, known),
  });
}

function checkReferences({ workflow, options }: ReviewFile, known: Known): ShapeProblem[] {
  const workflows = (known.workflows ?? []).map(({ id }) => id);
  const groups = known.staffGroups.map(({ id }) => id);
  return [
    ...(workflow === '' ? [] : reference(workflow, workflows, ['workflow'], 'workflow')),
    ...options.flatMap(({ id, affects }, index) => [
      ...(options.findIndex((one) => one.id === id) < index
        ? [
            {
              path: ['options', index, 'id'],
              message: `there is an option "${id}" already`,
              remedy: 'Give each option an id of its own.',
            },
          ]
        : []),
      ...affects.flatMap((group, place) =>
        reference(group, groups, ['options', index, 'affects', place], 'staff group'),
      ),
    ]),
  ];
}

function reference(
  id: string,
  ids: readonly string[],
  path: ShapeProblem['path'],
  what: string,
): ShapeProblem[] {
  if (ids.includes(id)) return [];
  const meant = nearestWord(id, ids);
  const remedy = meant ? `Did you mean "${meant}"?` : `Known here: ${ids.join(', ') || 'none'}.`;
  return [{ path, message: `the programme has no ${what} "${id}"`, remedy }];
}
