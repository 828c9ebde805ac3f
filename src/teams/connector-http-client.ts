/** Stands behind the SDK's own connector, so that nothing the SDK sends can hang, retry or leave the allowed hosts. */

import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

import type { ConnectorTransport, TransportReply, TransportRequest } from './connector-transport';

type SdkOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type SdkHttpClient = NonNullable<SdkOptions['httpClient']>;
type SdkRequest = Parameters<SdkHttpClient['sendRequest']>[0];
type SdkResponse = Awaited<ReturnType<SdkHttpClient['sendRequest']>>;

/** Thrown for every reply that is not a success: the SDK retries replies (even a 502 on a post), but no foreign error. */
export class ConnectorRefusal extends Error {
  override readonly name = 'ConnectorRefusal';
  readonly code: string;
  constructor(readonly status: number) {
    super(`Teams answered ${status}`);
    this.code = String(status);
  }
}

export class ConnectorHttpClient implements SdkHttpClient {
  constructor(private readonly transport: ConnectorTransport) {}

  /** One request. @throws ConnectorRefusal or NoReplyError, neither of which the SDK retries. */
  async sendRequest(sdkRequest: SdkRequest): Promise<SdkResponse> {
    const { body } = sdkRequest;
    const reply = await this.transport.request({
      method: sdkRequest.method as TransportRequest['method'],
      url: sdkRequest.url,
      headers: sdkRequest.headers.toJson(),
      ...(typeof body === 'string' ? { body } : {}),
    });
    if (reply.status >= 300) throw new ConnectorRefusal(reply.status);
    return {
      request: sdkRequest,
      status: reply.status,
      headers: headersOf(sdkRequest.headers, reply),
      bodyAsText: reply.text,
    };
  }
}

/** The SDK exports no class for headers, so an emptied copy of the request's serves. */
function headersOf(kind: SdkRequest['headers'], reply: TransportReply): SdkRequest['headers'] {
  const headers = kind.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of Object.entries(reply.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
}
