import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { webhookHandler } from 'react-360dialog-connect/server';
import { on, store } from './your-app';

const handleWebhook = webhookHandler({
  platformSecret: process.env.D360_PLATFORM_SECRET,
  store,
  on,
  // No longer than the time limit of the function.
  leaseSeconds: 10,
});

export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestContext, headers, body, isBase64Encoded } = event;
  const request = new Request(`https://${requestContext.domainName}${event.rawPath}`, {
    method: requestContext.http.method,
    headers: { 'x-360dialog-signature': headers['x-360dialog-signature'] ?? '' },
    body: body ? new Uint8Array(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')) : null,
  });
  const response = await handleWebhook(request);
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}
