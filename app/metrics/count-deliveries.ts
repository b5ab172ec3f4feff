import type { Platform } from '../../bot/platform.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Deliver, RequestOn } from '../../outbox/ports.ts';
import type { Metrics } from './create-metrics.ts';

/** Counts what comes of each try to deliver a message, under the platform that was asked last. */
export const countDeliveries =
  <Say>(deliver: Deliver<Say>, { tried, throttled }: Pick<Metrics, 'tried' | 'throttled'>): Deliver<Say> =>
  async (delivery, request) => {
    let asked: Platform | 'none' = 'none';
    const watched: RequestOn = async (platform, work) => {
      asked = platform;
      try {
        return await request(platform, work);
      } catch (error) {
        if (isThrottled(error)) throttled(platform);
        throw error;
      }
    };
    try {
      const delivered = await deliver(delivery, watched);
      tried(asked, delivered.kind);
      return delivered;
    } catch (error) {
      tried(asked, error instanceof DeliveryError ? error.outcome : 'broken');
      throw error;
    }
  };

const isThrottled = (error: unknown): boolean =>
  error instanceof DeliveryError && error.outcome === 'retry' && error.retryAfter !== null;
