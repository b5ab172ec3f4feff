import { isSystemError, whatWentWrong } from './system-error.ts';

type Out = Pick<NodeJS.WriteStream, 'on'>;
type Beside = Pick<NodeJS.WriteStream, 'on' | 'write'>;

/**
 * Lets the work go on to its end when nobody takes what it prints, so that nothing is half done. A reader that left early,
 * as in `audit | head`, is none of its business; what else was lost is said once, and then `lost` is called.
 */
export const outliveOutputFaults = (output: Out, beside: Beside, lost: () => void): void => {
  let said = false;
  output.on('error', (error: Error) => {
    if (said || (isSystemError(error) && error.code === 'EPIPE')) return;
    said = true;
    beside.write(
      `Not all of the answer could be written: ${isSystemError(error) ? whatWentWrong(error) : error.message}.\n`,
    );
    lost();
  });
  // There is nowhere left to say so, and the exit code is still right.
  beside.on('error', () => undefined);
};
