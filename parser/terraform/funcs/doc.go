// Package funcs is Terraform's function library for an hcl.EvalContext: the functions of Terraform 1.11 under their own names and
// as core::NAME, those of the built-in provider, the pure ones of the AWS provider, and the few that OpenTofu adds.
//
// It differs from Terraform where a linter must: files are read only below the scan's boundary; what depends on the machine, the
// clock or chance is unknown, so that the same input always gives the same output; and marks are never lost, not even on a value
// that is unknown, because the evaluator follows references and secrets by them.
package funcs
