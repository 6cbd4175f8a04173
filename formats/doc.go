// Package formats prints a scan.Report, one file per output: for people (table),
// for programs (json), for code scanning services (sarif). It also prints what
// is not a Report: the model itself (inspect) and the list of checks.
//
// Whatever comes from a scanned file is escaped for the output it goes to, and
// a line with a secret is masked in all of them.
package formats
