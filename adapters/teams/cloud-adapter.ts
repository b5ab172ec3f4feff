import { type Activity as BotActivity, CloudAdapter } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';

/** What came with a request did not prove who sent it. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';
}

/** botbuilder's turn without its HTTP: `process` answers a broken signature with 500 and tells strangers why. */
export class TeamsCloudAdapter extends CloudAdapter {
  /** Answers what `logic` answers. @throws NotAuthenticated, or what `logic` throws */
  async turn<T>(authorization: string, activity: BotActivity, logic: () => Promise<T>): Promise<T | undefined> {
    let answer: T | undefined;
    try {
      await this.processActivity(authorization, activity, async () => {
        answer = await logic();
      });
      return answer;
    } catch (error) {
      throw isAboutToken(error) ? new NotAuthenticated('the request was not authenticated', { cause: error }) : error;
    }
  }
}

/** An AuthenticationError of 500 says that the keys could not be fetched: our trouble, so it may come again. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof AuthenticationError
    ? error.statusCode < 500
    : error instanceof Error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
