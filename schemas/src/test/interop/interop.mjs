// Reads records with Confluent's own client and writes each again, on stdin and stdout, one line a record:
//   in:  {"topic": "...", "record": "<base64>"}
//   out: {"record": "<base64, written again>", "json": {...}}
// Usage: node interop.mjs REGISTRY_URL again|plain
//   again: written with the subject's latest schema, so the bytes must be the same
//   plain: written with a schema of its own to the topic <topic>, registered by Confluent's client
import { createInterface } from 'node:readline';
import * as confluent from '@confluentinc/schemaregistry';

const { SchemaRegistryClient, AvroSerializer, AvroDeserializer, SerdeType } = confluent;
const [url, mode] = process.argv.slice(2);
const client = new SchemaRegistryClient({ baseURLs: [url] });
const reader = new AvroDeserializer(client, SerdeType.VALUE, {});
const again = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true });

// What another language would write: no Java properties, no documentation, its own order of attributes.
function plain(schema) {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema['avro.java.string'] && schema.type === 'string') return 'string';
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'doc').reverse()
    .map(([name, value]) => [name, name === 'default' || name === 'symbols' ? value : plain(value)]));
}

async function writePlain(topic, value) {
  const latest = await client.getLatestSchemaMetadata(topic + '-value');
  const schema = JSON.stringify(plain(JSON.parse(latest.schema)), null, 2);
  const id = await client.register('theirs.' + topic + '-value', { schemaType: 'AVRO', schema });
  const writer = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useSchemaId: id });
  return writer.serialize('theirs.' + topic, value);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { topic, record } = JSON.parse(line);
  const value = await reader.deserialize(topic, Buffer.from(record, 'base64'));
  const written = mode === 'plain' ? await writePlain(topic, value) : await again.serialize(topic, value);
  console.log(JSON.stringify({ record: written.toString('base64'), json: value }));
}
