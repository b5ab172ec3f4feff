import { MendableError } from '../../bot/mendable-error.ts';

/** The server cannot listen where it was told to. */
class NotListening extends MendableError {
  override readonly name = 'NotListening';
}

/** The error of `listen` in words, where an operator can mend it; else as it is. */
export const listenFault = (error: unknown, port: number, host: string): unknown => {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return new NotListening(
        `Port ${port} is taken: another program listens on ${host}, perhaps another Sammen. Stop it, or set PORT to another port (0 takes any that is free).`,
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
      return new NotListening(
        `Port ${port} may not be opened by the user that Sammen runs as. Set PORT to one above 1023, and let a reverse proxy have the one below.`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return new NotListening(
        `HOST is ${host}, and this machine has no such address. Give one that it has, or leave HOST out for all of them.`,
        { cause: error },
      );
    default:
      return error;
  }
};
