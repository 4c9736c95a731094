import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Driver } from '../archive/driver.js';

/** The driver of PostgreSQL, in a bundle of its own: no other one can reach a network. */
export const driver: Driver = { Pool: pg.Pool, copyFrom: from };
