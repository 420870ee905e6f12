/**
 * What a hub would hardly send, and a forger who knows the secret might: the code that it is refused with,
 * or what comes out.
 */
export const hostileBodies: [
  what: string,
  body: string | Uint8Array<ArrayBuffer>,
  comesOut: unknown,
][] = [
  ['nothing', '', 'malformed'],
  ['no JSON', '{"event":"channel_live"', 'malformed'],
  ['a list', '[{"event":"channel_live"}]', 'malformed'],
  ['null', 'null', 'malformed'],
  ['no name', '{"id":"evt-1","data":{"id":"y9MiLoCH"}}', 'malformed'],
  ['a name that is none', '{"event":{"toString":"channel_live"}}', 'malformed'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'malformed'],
  [
    'more brackets than a stack holds',
    `{"event":"x","data":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
    'malformed',
  ],
  [
    'a prototype',
    '{"event":"channel_live","__proto__":{"data":{"id":"evilCH"}},"data":{"__proto__":{"id":"evilCH"}}}',
    { kind: 'unknown', channelId: null },
  ],
  [
    'the name of a built-in function',
    '{"event":"constructor","data":{"id":"y9MiLoCH"}}',
    { kind: 'unknown', event: 'constructor' },
  ],
  [
    'a channel that leads out of an address',
    '{"event":"channel_live","data":{"id":"../../partners/x"}}',
    { kind: 'unknown', channelId: null },
  ],
  [
    'a channel that is no text',
    '{"event":"channel_live","data":{"id":["y9MiLoCH"],"client_id":7}}',
    { kind: 'unknown', channelId: null, clientId: null },
  ],
  [
    'fields of other types',
    '{"id":{},"event":"channel_live","data":{"id":"y9MiLoCH","status":[],"setup_info":"x","waba_account":[]}}',
    { kind: 'channel', id: null, status: null, phoneNumber: null, wabaAccountId: null },
  ],
  [
    'an ID that no database stores',
    '{"id":"a\\u0000b\\ud800","event":"channel_live","data":{"id":"y9MiLoCH"}}',
    { kind: 'channel', id: null, channelId: 'y9MiLoCH' },
  ],
  [
    'an ID without an end',
    `{"id":"${'x'.repeat(100_000)}","event":"channel_live","data":{"id":"y9MiLoCH"}}`,
    { kind: 'channel', id: null, channelId: 'y9MiLoCH' },
  ],
  [
    'a name twice',
    '{"event":"client_created","event":"channel_live","data":{"id":"y9MiLoCH"}}',
    { kind: 'channel', event: 'channel_live' },
  ],
];
