import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { policyOfFiles } from './content-security-policy';
import { securityHeaders } from './security-headers';

/** One line of text, for answers that no page stands behind. */
export function answerPlainly(
  response: ServerResponse,
  status: number,
  line: string,
  more: OutgoingHttpHeaders = {},
): void {
  const body = Buffer.from(`${line}\n`);
  response.writeHead(status, {
    ...securityHeaders,
    'content-security-policy': policyOfFiles,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...more,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
