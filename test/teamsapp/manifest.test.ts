/** The app package that an administrator uploads, checked with the schema that Microsoft's own tools use. */

import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { raiseIssueCommandId } from '../../src/teams/answer-dialog';
import { helpText } from '../../src/text/en/help';
import { readPng } from './png';
import { exampleEnvironment, readFile, readText, substitute } from './read-package';

const manifest = JSON.parse(
  substitute(readText('teamsapp/manifest.json'), exampleEnvironment),
) as TeamsManifest & {
  readonly composeExtensions: readonly object[];
  readonly webApplicationInfo: object;
  readonly bots: readonly { readonly commandLists: readonly { readonly commands: readonly object[] }[] }[];
};

describe('the Teams manifest', () => {
  it('is valid once the values of an environment are filled in', async () => {
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
  });

  it('would be refused with a placeholder left in it', async () => {
    const unfilled = { ...manifest, id: '${' + '{TEAMS_APP_ID}}' } as TeamsManifest;
    expect(await AppManifestUtils.validateAgainstSchema(unfilled)).not.toEqual([]);
  });

  it('asks for nothing that an administrator would have to consent to', () => {
    expect(Object.keys(manifest)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(authorization|devicePermissions)$/)]),
    );
    expect(manifest.bots).toMatchObject([{ scopes: ['personal', 'team'], supportsFiles: false }]);
  });

  it('names the application that may install it, if an administrator grants that, and it is the bot', () => {
    const { BOT_ID, BOT_DOMAIN } = exampleEnvironment;
    expect(manifest.webApplicationInfo).toEqual({ id: BOT_ID, resource: `api://${BOT_DOMAIN}/${BOT_ID}` });
  });

  it('offers commands that the bot’s help lists, as many as Teams takes', () => {
    const { forEveryone, forLeads, forReaders, forRoleHolders } = helpText.commands;
    const listed = [...forEveryone, ...forLeads, ...forReaders, ...forRoleHolders].map(({ words, does }) => ({
      title: words,
      description: does,
    }));
    const [{ commandLists: [list] = [] } = {}] = manifest.bots;
    expect(list?.commands).toHaveLength(10);
    expect(listed).toEqual(expect.arrayContaining([...(list?.commands ?? [])]));
  });

  it('offers the one action on messages that the bot answers, and asks for no more than the message itself', () => {
    expect(manifest.composeExtensions).toEqual([
      {
        botId: exampleEnvironment.BOT_ID,
        commands: [
          expect.objectContaining({
            id: raiseIssueCommandId,
            type: 'action',
            context: ['message'],
            fetchTask: true,
          }),
        ],
      },
    ]);
  });

  it('never promises anonymity', () => {
    expect(readText('teamsapp/manifest.json')).not.toMatch(/anonym/i);
  });
});

describe('the icons', () => {
  it('are 192 by 192 in full colour and 32 by 32 in outline', () => {
    expect(readPng(readFile(`teamsapp/${manifest.icons.color}`))).toMatchObject({ width: 192, height: 192 });
    expect(readPng(readFile(`teamsapp/${manifest.icons.outline}`))).toMatchObject({ width: 32, height: 32 });
  });

  it('fill the colour icon to its edges and draw the outline in white on nothing', () => {
    const colour = readPng(readFile('teamsapp/icons/color.png')).rgba;
    expect(colour.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);

    const { rgba } = readPng(readFile('teamsapp/icons/outline.png'));
    const drawn = Array.from({ length: rgba.length / 4 }, (_, index) => [
      ...rgba.subarray(index * 4, index * 4 + 4),
    ]).filter(([, , , alpha]) => alpha !== 0);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(32 * 32 * 0.6);
    expect(drawn.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
  });
});
