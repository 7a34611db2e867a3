/**
 * The least that a service can be: a Nest application on Fastify without a module's content, as a process of its own.
 * Says `ready` to its parent when it listens, and ends with it.
 */
import 'reflect-metadata';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Module } = require('@nestjs/common');
const { NestFactory } = require('@nestjs/core');
const { FastifyAdapter } = require('@nestjs/platform-fastify');

/** Nest asks for a class. */
function Empty() {}
Module({})(Empty);

const app = await NestFactory.create(Empty, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.once('disconnect', () => process.exit());
process.send('ready');
