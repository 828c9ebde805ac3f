/** What the deployment's files say must be what the code reads, writes and tells staff. */

import { parse } from 'yaml';
import { parseConfig } from '../../src/config';
import { containerDefinitions, indexingPolicy } from '../../src/storage/cosmos/cosmos-containers';
import { deploymentFiles, exampleEnvironment, placeholdersIn, readText } from './read-package';

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}
const lifecycle = parse(readText('teamsapp.yml')) as Readonly<
  Record<'provision' | 'deploy' | 'publish', Step[]>
>;
const steps = [...lifecycle.provision, ...lifecycle.deploy, ...lifecycle.publish];

describe('env/.env.example', () => {
  it.each(deploymentFiles())('has every variable of %s', (path) => {
    expect(Object.keys(exampleEnvironment)).toEqual(expect.arrayContaining(placeholdersIn(readText(path))));
  });

  it('has every variable that provisioning and publishing write', () => {
    const written = steps.flatMap(({ writeToEnvironmentFile }) =>
      Object.values(writeToEnvironmentFile ?? {}),
    );
    const outputs = [...readText('teamsapp/infra/azure.bicep').matchAll(/^output (\w+) /gm)].map(
      ([, name]) => name,
    );
    expect(outputs).toContain('BOT_ID');
    expect(Object.keys(exampleEnvironment)).toEqual(expect.arrayContaining([...written, ...outputs]));
  });

  it('has every variable that the bot reads', () => {
    const [, table = ''] = readText('src/config.ts').split(/^const variables = \{$/m);
    const names = [...(table.split(/^\};$/m)[0]?.matchAll(/^ {2}(\w+):/gm) ?? [])].map(([, name]) => name);
    expect(names).toContain('SOUNDINGS_KEY');
    expect(Object.keys(exampleEnvironment)).toEqual(expect.arrayContaining(names));
  });

  it('is a configuration that starts in production as soon as it is given a key, and holds none', () => {
    expect(() => parseConfig(exampleEnvironment)).toThrow(
      /^the configuration is refused: SOUNDINGS_KEY is missing[^;]*$/,
    );
    const key = Buffer.alloc(32, 7).toString('base64');
    expect(parseConfig({ ...exampleEnvironment, SOUNDINGS_KEY: key })).toMatchObject({
      mode: 'production',
      store: { kind: 'cosmos' },
      bot: { type: 'UserAssignedMsi' },
    });
  });
});

describe('the infrastructure', () => {
  it('creates the containers that the code opens, indexed as the code asks', () => {
    const names = JSON.parse(readText('teamsapp/infra/containers.json'));
    const policy = JSON.parse(readText('teamsapp/infra/indexing-policy.json'));
    expect(names.toSorted()).toEqual(containerDefinitions.map(({ id }) => id).toSorted());
    expect(policy).toEqual(indexingPolicy);
    expect(containerDefinitions.every(({ partitionKey }) => partitionKey?.paths[0] === '/pk')).toBe(true);
    expect(readText('teamsapp/infra/database.bicep')).toContain(
      "partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 }",
    );
  });

  it('sets only variables that the bot knows, and all that production needs but its public address', () => {
    const [, settings = ''] = readText('teamsapp/infra/azure.bicep').split('settings: {');
    const names = [...(settings.split(/^ {4}\}$/m)[0]?.matchAll(/^ {6}([A-Z_]+): /gm) ?? [])].map(
      ([, name = '']) => name,
    );
    const given = Object.fromEntries(names.map((name) => [name, exampleEnvironment[name] || undefined]));
    const environment = { ...given, SOUNDINGS_KEY: Buffer.alloc(32, 7).toString('base64') };
    expect(names).toContain('SOUNDINGS_KEY');
    expect(parseConfig(environment).mode).toBe('production');
    const known = [...Object.keys(exampleEnvironment), 'AZURE_CLIENT_ID'];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('keeps backups as long as it lets the bot tell staff', () => {
    const database = readText('teamsapp/infra/database.bicep');
    expect(database).toContain("tier: backupRetentionDays == 7 ? 'Continuous7Days' : 'Continuous30Days'");
    expect(readText('teamsapp/infra/azure.bicep')).toContain(
      'BACKUP_RETENTION_DAYS: string(backupRetentionDays)',
    );
    const { parameters } = JSON.parse(readText('teamsapp/infra/azure.parameters.json'));
    expect([7, 30]).toContain(parameters.backupRetentionDays.value);
  });

  it('is given every parameter that has no default, and no other', () => {
    const template = readText('teamsapp/infra/azure.bicep');
    const declared = [...template.matchAll(/^param (\w+) \w+( =)?/gm)];
    const { parameters } = JSON.parse(readText('teamsapp/infra/azure.parameters.json'));
    const required = declared.filter(([, , initial]) => !initial).map(([, name]) => name);
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(required));
    expect(declared.map(([, name]) => name)).toEqual(expect.arrayContaining(Object.keys(parameters)));
  });
});

describe('teamsapp.yml', () => {
  it('builds, checks and publishes the package from files that are there', () => {
    for (const path of ['teamsapp/manifest.json', 'teamsapp/infra/azure.bicep', 'teamsapp/.deployignore']) {
      expect(readText('teamsapp.yml')).toContain(`./${path}`);
      expect(readText(path)).not.toBe('');
    }
    expect(lifecycle.provision.map(({ uses }) => uses)).toEqual(
      expect.arrayContaining([
        'teamsApp/create',
        'arm/deploy',
        'teamsApp/validateAppPackage',
        'teamsApp/update',
      ]),
    );
    expect(lifecycle.deploy.map(({ uses }) => uses)).toContain('azureAppService/zipDeploy');
    expect(lifecycle.publish.map(({ uses }) => uses)).toContain('teamsApp/publishAppPackage');
  });
});
