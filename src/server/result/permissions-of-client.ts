import { numberOf } from '../../core/hub-url';
import type { PartnerApi } from '../partner-api/partner-api';
import { isPartnerApiError } from '../partner-api/partner-api-error';
import type { ChannelPermission } from '../partner-api/types';
import type { OwnChannel } from './channels-of-client';

/**
 * Whether the partner may use a channel: `null` where 360dialog does not say. The body of its answer is not
 * documented, so a channel that is not in it is none that is refused.
 */
type IsPermitted = (channel: OwnChannel) => boolean | null;

/** Reads the permissions. An account that may not ask for them learns nothing. */
export async function permissionsOfClient(api: PartnerApi, client: string): Promise<IsPermitted> {
  const permissions = await api.listPermissions(client).catch((error: unknown) => {
    const isRefusal =
      isPartnerApiError(error) && ['forbidden', 'not_found', 'refused'].includes(error.code);
    if (isRefusal) return null;
    throw error;
  });
  return (channel) => permissions?.find(isOf(channel))?.isPermitted ?? null;
}

const isOf =
  ({ id, details }: OwnChannel) =>
  ({ channelId, phoneNumber }: ChannelPermission): boolean =>
    channelId === id || (phoneNumber !== null && phoneNumber === digitsOf(details?.phoneNumber));

/** `+49 30 123` and `0049 30 123` are `4930123`, as for the button. */
export const digitsOf = (number: string | null | undefined): string =>
  numberOf({ requestedNumber: number ?? undefined });
