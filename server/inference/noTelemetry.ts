// The native runtime would identify the machine and report to its maker. It asks for this when it is loaded, so that
// this file must be imported before it: then it creates no identifier, keeps nothing and opens no connection.
process.env.ORT_DISABLE_TELEMETRY = '1';
