/** A place at which one call is held until the test lets it go on. */

export class Gate {
  private open = () => {};
  private arrive = () => {};
  private readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
  /** Resolves when somebody stands before it. */
  readonly reached = new Promise<void>((resolve) => {
    this.arrive = resolve;
  });

  async pass(): Promise<void> {
    this.arrive();
    await this.opened;
  }

  letGo(): void {
    this.open();
  }
}
