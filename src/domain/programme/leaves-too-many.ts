/** A group that suddenly lost many members is more often a mistake in the directory than people who left. */

const fewEnough = 10;
const mostShare = 0.2;

/** True where more than 10 people, and more than a fifth of those who came from the group, would leave at once: then
 * somebody is asked first. */
export function leavesTooMany(leaving: number, peopleOfTheGroup: number): boolean {
  return leaving > fewEnough && leaving > peopleOfTheGroup * mostShare;
}
