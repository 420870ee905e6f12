import type { ChannelPermission, RawAnswer } from './types';

/**
 * Reads `shared_client_numbers`, whose body 360dialog does not document: a bare list, or one under
 * any of the names that its other lists have.
 *
 * @returns `null` where the answer does not say it, or not all of it. A guess would take a permission
 * away from a client who has given it.
 */
export function readPermissions(answer: unknown): ChannelPermission[] | null {
  const list = findList(answer);
  if (!list) return null;
  const { total } = Object(answer) as RawAnswer;
  if (typeof total === 'number' && total > list.length) return null;
  const permissions = list.map(readPermission);
  return permissions.includes(null) ? null : (permissions as ChannelPermission[]);
}

const listNames = [
  'shared_client_numbers',
  'shared_numbers',
  'numbers',
  'partner_channels',
  'channels',
];

function findList(answer: unknown): unknown[] | undefined {
  if (Array.isArray(answer)) return answer;
  const body = Object(answer) as RawAnswer;
  return listNames.map((name) => body[name]).find(Array.isArray);
}

function readPermission(entry: unknown): ChannelPermission | null {
  if (typeof entry === 'string' && entry !== '') {
    return { channelId: entry, phoneNumber: null, isPermitted: true, raw: { value: entry } };
  }
  const raw = Object(entry) as RawAnswer;
  const setup = Object(raw['setup_info']) as RawAnswer;
  const channel = Object(raw['channel']) as RawAnswer;
  const channelId = firstText(raw['channel_id'], channel['id'], raw['id']);
  const number = firstText(raw['phone_number'], raw['number'], setup['phone_number']);
  const phoneNumber = number?.replace(/\D/g, '') || null;
  if (!channelId && !phoneNumber) return null;
  const flags = ['permitted', 'is_permitted', 'shared', 'is_shared', 'has_permission'];
  const isPermitted = !flags.some((flag) => raw[flag] === false);
  return { channelId, phoneNumber, isPermitted, raw };
}

const firstText = (...values: unknown[]): string | null =>
  values.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
