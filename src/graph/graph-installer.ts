/** Installs the app for people through Microsoft Graph. */

import type { AppInstaller, InstallOptions, InstallOutcome } from '../app/ports/directory';
import { UnavailableError } from '../app/ports/errors';
import type { GraphClient, GraphReply } from './graph-client';
import { isPermissionMissing } from './missing-permission';

const permission = 'TeamsAppInstallation.ReadWriteSelfForUser.All';

export class GraphInstaller implements AppInstaller {
  /** @param appId of the app in the organisation's catalogue, which is not the manifest's id. */
  constructor(
    private readonly client: GraphClient,
    private readonly baseUrl: string,
    private readonly appId: string,
  ) {}

  async install(aadObjectId: string, options: InstallOptions = {}): Promise<InstallOutcome> {
    const reply = await this.client.request({
      ...options,
      method: 'POST',
      path: `/users/${encodeURIComponent(aadObjectId)}/teamwork/installedApps`,
      content: { 'teamsApp@odata.bind': `${this.baseUrl}/v1.0/appCatalogs/teamsApps/${this.appId}` },
    });
    return outcomeOf(reply);
  }
}

function outcomeOf(reply: GraphReply): InstallOutcome {
  const { status } = reply;
  if ((status >= 200 && status < 300) || status === 409) return { outcome: 'installed' };
  if (status === 401) throw new UnavailableError('the token is refused', false, { of: 'directory' });
  if (isPermissionMissing(reply)) return { outcome: 'noPermission', permission };
  return { outcome: 'refused', status };
}
