/** The part of s3rver that tests use; it brings no types. */
declare module 's3rver' {
  import type { AddressInfo } from 'node:net';

  interface Stored {
    bucket: string;
    key: string;
  }

  interface Listed {
    objects: Stored[];
    commonPrefixes: string[];
    isTruncated: boolean;
  }

  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string }[];
    });
    httpServer: import('node:http').Server;
    store: {
      putObject(object: Stored): Promise<unknown>;
      getObject(
        bucket: string,
        key: string,
        range?: { start?: number; end?: number | string },
      ): Promise<unknown>;
      listObjects(
        bucket: string,
        options: { prefix?: string; startAfter?: string; maxKeys?: number },
      ): Promise<Listed>;
    };
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
