/** Loaded before a window's own code: the window ends when the demo does, even when the demo is killed. */

process.once('disconnect', () => process.exit());
