/** A queue in which the owners of what waits take turns, however much one of them brings. */

export class FairQueue<T> {
  /** Owners in the order of their next turn; an owner with nothing waiting is not there. */
  private readonly owners = new Map<string, T[]>();

  get isEmpty(): boolean {
    return this.owners.size === 0;
  }

  /** @param isFirst before everything else of its owner. */
  add(owner: string, item: T, isFirst: boolean): void {
    const items = this.owners.get(owner);
    if (!items) this.owners.set(owner, [item]);
    else if (isFirst) items.unshift(item);
    else items.push(item);
  }

  /** The first item of the owner whose turn it is, or the last one; that owner is last then. */
  take(end: 'first' | 'last' = 'first'): T | undefined {
    for (const [owner, items] of this.owners) {
      const item = end === 'first' ? items.shift() : items.pop();
      this.owners.delete(owner);
      if (items.length > 0) this.owners.set(owner, items);
      return item;
    }
    return undefined;
  }
}
