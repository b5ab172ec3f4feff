import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import { PAGE_STYLE } from './report/page-style.ts';

/** The source of a `<style>` in a Content-Security-Policy: its hash, so that no other style in the page is used. */
export const styleSource = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Nothing of ours asks for any of these, so no page and no frame in it may. */
const PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

/**
 * Sets the headers that every answer has; a route may set others in their place. HSTS only where people come over TLS
 * (`isSecure`): a browser would refuse the others.
 */
export const securityHeaders = (isSecure: () => boolean) => {
  const common = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", styleSource(PAGE_STYLE)],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Not `no-referrer`: a form's POST would then have the origin `null`, which we reject.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
    // A shared page is read by other sites, and a citizen's link opens one of ours from there.
    crossOriginResourcePolicy: false,
    originAgentCluster: false,
  });
  const hsts = `max-age=${YEAR_SECONDS}`;
  return (request: IncomingMessage, response: ServerResponse): void => {
    common(request, response, () => undefined);
    response.setHeader('Permissions-Policy', PERMISSIONS);
    response.setHeader('Cache-Control', 'no-store');
    if (isSecure()) response.setHeader('Strict-Transport-Security', hsts);
  };
};
