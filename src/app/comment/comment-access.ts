/** Which comments a person may read in a programme: to decide on them, or once they are released. */

import type { Programme } from '../../domain/programme/programme';
import { readingRoles } from '../../domain/programme/reading-roles';
import { leadRoles } from '../campaign/plan-campaign';
import type { AppContext } from '../context';
import { checkRole, type RoleQuestion } from '../programme/check-role';
import type { CommentAccess } from './readable-comments';

export type CommentAccessAnswer =
  | { readonly outcome: 'allowed'; readonly programme: Programme; readonly access: CommentAccess }
  | { readonly outcome: 'refused' | 'unknownProgramme' };

export async function commentAccess(
  app: Pick<AppContext, 'store' | 'clock'>,
  question: Omit<RoleQuestion, 'roles'>,
): Promise<CommentAccessAnswer> {
  const { programmeId, tenantId, aadObjectId } = question;
  const answer = await checkRole(app, { programmeId, tenantId, aadObjectId, roles: readingRoles });
  if (answer.outcome !== 'allowed') return answer;
  const { outcome, programme, role } = answer;
  return { outcome, programme, access: leadRoles.includes(role) ? 'review' : 'read' };
}
