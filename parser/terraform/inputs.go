package terraform

// Inputs are what a caller of Terraform would give a root module.
type Inputs struct {
	// Values are -var and -var-file arguments in the order given.
	Values []Input
	// Env holds TF_VAR_name=value pairs; nil where the environment is not to be read.
	Env []string
	// Workspace is the selected one, "" for default.
	Workspace string
	// Strict reports as errors what Terraform would refuse though a linter merely
	// does not know it, or can do without: a required variable without a value, an
	// undecided count, an argument that no block takes, resources in a cycle.
	// What depends on the run, such as path.cwd, gets a value.
	Strict bool
}

// Input is one -var or -var-file argument.
type Input struct {
	File bool // Text is a path relative to the boundary, else "name=value"
	Text string
}
