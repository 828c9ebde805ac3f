/** A text that a spreadsheet would take for a formula could run on an analyst's machine. */

/** Puts an apostrophe before a text that begins with = + - @, a tab or a return, also in full width or after spaces.
 * Numbers are left as they are (OWASP, CSV injection). */
export function neutraliseFormula<T>(value: T): T | string {
  return typeof value === 'string' && /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value)
    ? `'${value}`
    : value;
}
