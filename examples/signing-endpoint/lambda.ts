import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import server from './fetch';

export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const response = await server.fetch(requestOf(event));
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

/** Of an HTTP API or a function URL: the events of version 2.0. */
function requestOf(event: APIGatewayProxyEventV2): Request {
  const { domainName, http } = event.requestContext;
  const { body, cookies, isBase64Encoded, rawPath, rawQueryString } = event;
  const headers = new Headers(event.headers as Record<string, string>);
  if (cookies) headers.set('cookie', cookies.join('; '));
  return new Request(`https://${domainName}${rawPath}?${rawQueryString}`, {
    method: http.method,
    headers,
    // A `Request` takes none with GET.
    ...(body && http.method === 'POST'
      ? { body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') }
      : {}),
  });
}
