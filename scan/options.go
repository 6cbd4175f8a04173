package scan

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan/config"
)

// Options is what a caller asks of a run.
type Options struct {
	// Paths are folders and files of the operating system; none means ".". "-" is a
	// plan or state on Stdin.
	Paths []string
	Stdin io.Reader
	// Hook says that the paths are the files that a commit changes, which nobody
	// chose: those in formats that are not read, and excluded ones, are passed over.
	Hook bool
	// As says what named files are, "plan" or "state", where they do not say it
	// themselves.
	As string
	// Source is the folder in which plans find their source; "" is where each lies.
	Source string
	// States are files of the operating system that name the code of what is live.
	States []string
	// Inputs are given to every Terraform root. Files among them are paths of the
	// operating system.
	Inputs terraform.Inputs
	// Environments are judged one by one, and findings that they share are one.
	Environments []Environment
	// Params are given to every CloudFormation template, in order. Files among them
	// are paths of the operating system.
	Params []cloudformation.Param
	// Exclude are globs of files and folders in which no input is looked for,
	// relative to the PATH that holds them, with Hook to the boundary; one without a
	// slash is a name at any depth. A module that is called is read all the same.
	Exclude []string
	// Boundary is the folder outside of which nothing is read. "" stands for the
	// top of the work tree that holds the paths, else for the paths themselves.
	Boundary string

	// Checks are all there are. Only and Skip are globs of their ids, of ids they
	// had before and of ids that other tools give them.
	Checks     []checks.Entry
	Only, Skip []string
	Severity   checks.Severity // the least that is asked for
	Profile    Profile
	// Frameworks, if there are any, limit the checks to those that are evidence for
	// their controls, which the report then sorts them by.
	Frameworks []checks.Framework
	// Settings are what checks ask for. Those that are given take the check that asks
	// out of the opinions.
	Settings model.Settings
	// Passed asks for findings of verdict pass, too.
	Passed bool
	// RequireCoverage is the least percentage of managed resources whose type a
	// check must know; with less the run counts as not finished.
	RequireCoverage int

	// ChangedSince is a revision of the git repository that holds the paths: the work
	// tree is held against the commit where the two part. "" for none.
	ChangedSince string
	// PolicyFrom is a revision of that repository from which exceptions and baseline
	// are read, so that a change cannot excuse itself. "" is the work tree.
	PolicyFrom string

	// Config is what the repository says: see Configuration. Its settings are flags',
	// so only the rest of it is looked at here. It may be nil.
	Config *config.File
	// Exceptions and Baseline are files of the operating system. "" stands for those
	// that Config names, else for the exceptions file at the boundary, if there is
	// one, and for no baseline.
	Exceptions, Baseline string
	// NoSuppress judges as if there were neither these nor comments.
	NoSuppress bool
	// WarnUnused makes warnings of the reports of suppressions that match nothing.
	WarnUnused bool
	// OwnerTags are the tags that name the owner of a resource; none stands for "owner".
	OwnerTags []string
	// Unread says why nobody reads resources of a type from live accounts, "" of types that somebody does. It may be nil.
	Unread func(typ string) (reason string)
	// Today is the day by which suppressions and the support of versions end; zero
	// stands for that of the run.
	Today time.Time
}

// Profile is a choice of checks.
type Profile string

const (
	// Default leaves out opinions: tags, naming, style, cost.
	Default Profile = "default"
	All     Profile = "all"
)

// UsageError is a fault in what the caller asked for, not in what was scanned.
type UsageError struct{ message string }

func (e *UsageError) Error() string { return e.message }

// Usagef makes a UsageError.
func Usagef(format string, args ...any) error {
	return &UsageError{fmt.Sprintf(format, args...)}
}

func (o *Options) validate() error {
	o.Settings.Today = o.Today
	if len(o.Paths) == 0 {
		o.Paths = []string{"."}
	}
	switch o.Profile {
	case "":
		o.Profile = Default
	case Default, All:
	default:
		return Usagef("there is no profile %q: it is %s or %s", o.Profile, Default, All)
	}
	if _, ok := kinds[o.As]; !ok {
		return Usagef("nothing can be read as %q: it is plan or state", o.As)
	}
	if o.RequireCoverage < 0 || o.RequireCoverage > 100 {
		return Usagef("a coverage of %d %% cannot be had: it is 0 to 100", o.RequireCoverage)
	}
	if err := registries(o.Settings.TrustedRegistries); err != nil {
		return err
	}
	for _, account := range o.Settings.TrustedAccounts {
		if len(account) != 12 || strings.Trim(account, "0123456789") != "" {
			return Usagef("--trusted-account %s: write the 12 digits of an account", account)
		}
	}
	for _, glob := range slices.Concat(o.Exclude, o.Only, o.Skip) {
		if !doublestar.ValidatePattern(glob) {
			return Usagef("%q is no glob: a bracket or brace is left open", glob)
		}
	}
	return nil
}

// registries refuses what no image's name can begin with, so that a slip of the pen
// does not distrust all that it was to trust.
func registries(trusted []string) error {
	for _, name := range trusted {
		host, _, _ := strings.Cut(name, "/")
		bare := strings.TrimPrefix(host, "*.")
		if !strings.ContainsAny(host, ".:") && host != "localhost" || bare == "" || strings.ContainsAny(bare+name[len(host):], "* @") || strings.Contains(name, "//") {
			return Usagef("--trusted-registry %s: write it as HOST[/PATH], such as ghcr.io/acme or *.example.com", name)
		}
	}
	return nil
}
