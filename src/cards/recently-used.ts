/** Keeps the values used last, so that a card which is the same for thousands of people is expanded once. */

export class RecentlyUsed<V> {
  private readonly kept = new Map<string, V>();

  constructor(private readonly capacity: number) {}

  /** The kept value, or the one `make` returns, which is then kept in the place of the one unused for longest. */
  getOrMake(key: string, make: () => V): V {
    const known = this.kept.get(key);
    const value = known === undefined ? make() : known;
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size > this.capacity) {
      const [oldest] = this.kept.keys();
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    return value;
  }
}
