/** What was typed, or a file that was named, cannot be used. */

export class InputError extends Error {
  override readonly name = 'InputError';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened by this user',
  EPERM: 'it may not be opened by this user',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
};

/** Runs `work` on a file; what the file system refuses becomes an input error that names the file. */
export async function withFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (reason) throw new InputError(`${path}: ${reason}`, { cause: error });
    throw error;
  }
}
