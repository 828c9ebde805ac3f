// Prints one wave's confidence scores: node docs/examples/read-confidence-scores.mjs PROGRAMME WAVE
import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';

const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: database = 'soundings' } = process.env;
const credentials = key ? { key } : { aadCredentials: new DefaultAzureCredential() };
const connectionPolicy = { enableEndpointDiscovery: endpoint.startsWith('https:') };
const client = new CosmosClient({ endpoint, connectionPolicy, ...credentials });
const query = "SELECT * FROM c WHERE c.pk=@pk AND c.type='confidenceScore' AND c.visible=true AND c.waveId=@wave";
const parameters = ['@pk', '@wave'].map((name, index) => ({ name, value: process.argv[2 + index] }));
const { items } = client.database(database).container('programmes');
console.log(JSON.stringify((await items.query({ query, parameters }).fetchAll()).resources, null, 2));
