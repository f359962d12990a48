// Runs a file of SQL and prints its rows, how long the query took without the start of node, and DuckDB's version.
// usage: node query.mjs FILE.sql THREADS
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file, threads] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();
const start = performance.now();
const result = await connection.runAndReadAll(readFileSync(file, 'utf8'));
const seconds = (performance.now() - start) / 1000;
const version = (await connection.runAndReadAll('SELECT version()')).getRows()[0][0];
console.log(JSON.stringify({ version, threads, seconds, rows: result.getRowObjectsJson() }));
