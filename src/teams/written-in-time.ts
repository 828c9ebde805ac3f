/** Looks at the clock once more directly before a request is written: the process may have been paused since it began. */

import { DecoratorHandler, type Dispatcher } from 'undici';
import type { Clock } from '../app/ports/clock';
import { NoReplyError } from './no-reply-error';

/** A request's `opaque`, by which undici hands it on. */
export interface WriteBy {
  /** On the clock's monotonic count. */
  readonly writeByMs: number;
}

/** Between the look and the write lie a few instructions and no wait; a request that is late is given up without having
 * reached Teams, by a `NoReplyError` that is not ambiguous. */
export function writtenInTime(clock: Pick<Clock, 'monotonicMs'>): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const { opaque } = options as { readonly opaque?: WriteBy };
    const inTime: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
    const start = inTime.onRequestStart?.bind(inTime);
    inTime.onRequestStart = (controller, context) => {
      const isLate = opaque !== undefined && clock.monotonicMs() >= opaque.writeByMs;
      if (isLate) controller.abort(new NoReplyError('timeLimit', false));
      else start?.(controller, context);
    };
    return dispatch(options, inTime);
  };
}
