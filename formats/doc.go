// Package formats prints a scan.Report, one file per output: for people (table,
// markdown, html), for programs (json, csv), for services that show code with
// what is wrong in it (sarif, github, gitlab-codequality, gitlab-sast, junit).
// It also prints what is not a Report: the model itself (inspect) and the list of
// checks.
//
// All say the same: what failed, what is undecided and why, what was not read,
// and how much of the input had a check; where a format has no room for it, the
// comment on its function says what is left out. Whatever comes from a scanned
// file is escaped for the output it goes to, and a line with a secret is masked
// in all of them. Paths are those of the repository, but for table, json and csv,
// where they are relative to the PATH that was scanned.
package formats
