declare module 'pgpass' {
  /** Finds the password for a connection in the file of passwords; `undefined` if there is none. */
  export default function pgpass(
    connection: {
      readonly host: string;
      readonly port: number;
      readonly user: string | undefined;
      readonly database: string | undefined;
    },
    done: (password: string | undefined) => void,
  ): void;
}
