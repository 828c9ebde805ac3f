/** Puts this process's clock ahead by the days that DAYS_LATER says: a silent SRO takes longer than a test may. */

const aheadMs = Number(process.env.DAYS_LATER) * 86_400_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + aheadMs] : parts));
  }

  static now() {
    return RealDate.now() + aheadMs;
  }
};
