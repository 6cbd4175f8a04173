package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/lintel-iac/lintel/parser/awslive"
	"github.com/lintel-iac/lintel/parser/snapshot"
	"github.com/lintel-iac/lintel/scan"
	"github.com/lintel-iac/lintel/scan/config"
)

func liveCommand() *cli.Command {
	return &cli.Command{
		Name:      "live",
		Usage:     "read deployed accounts and judge them",
		ArgsUsage: "aws|permissions|redact SNAPSHOT",
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "aws-profile", Usage: "sign in with the `PROFILE` of ~/.aws/config"},
			&cli.StringSliceFlag{Name: "region", Usage: "read `REGION` alone (default: all that are switched on); repeatable"},
			&cli.StringFlag{Name: "accounts", Usage: "read the accounts `ID,…`, or org: all of the organisation (default: that of the credentials)"},
			&cli.StringFlag{Name: "role", Usage: "assume the role `NAME` in other accounts", Value: "lintel-audit"},
			&cli.StringFlag{Name: "external-id", Usage: "give the role the external `ID` that it asks for"},
			&cli.StringFlag{Name: "save", Usage: "keep what was read in `FILE`, for lintel scan FILE"},
			&cli.BoolFlag{Name: "resume", Usage: "go on where the snapshot that --save names breaks off"},
			&cli.StringFlag{Name: "shard", Usage: "read the `I/N`th part of all accounts and regions"},
			&cli.StringFlag{Name: "source", Usage: "`DIR` holds the templates of the stacks, and the Terraform source of the states, to whose lines findings then point"},
			&cli.IntFlag{Name: "workers", Usage: "make at most `N` calls at a time", Value: 32},
		}, reportFlags(), choiceFlags(), configFlags()),
		Action: live,
	}
}

func live(c *cli.Context) error {
	switch c.Args().First() {
	case "aws":
		return liveAWS(c)
	case "permissions":
		return livePermissions(c)
	case "redact":
		return redact(c)
	}
	return scan.Usagef("say what to read: lintel live aws, or lintel live permissions for the role that it takes")
}

func liveAWS(c *cli.Context) error {
	file, err := configure(c, nil)
	if err != nil {
		return err
	}
	outputs, fails, err := reporting(c)
	if err != nil {
		return err
	}
	options, err := choiceOptions(c, scan.Options{})
	if err != nil {
		return err
	}
	steer(&options, file)
	readers, err := chosenReaders(c, options)
	if err != nil {
		return err
	}
	shard, err := parseShard(c.String("shard"))
	if err != nil {
		return err
	}
	before, err := earlier(c.String("save"), c.Bool("resume"))
	if err != nil {
		return err
	}
	accounts, head, err := accounts(c)
	if err != nil {
		return err
	}
	kept, err := keep(c.String("save"), before, head)
	if err != nil {
		return err
	}
	defer kept.close()
	if accounts, err = entered(c.Context, accounts, kept.writer); err != nil {
		return err
	}
	regions := c.StringSlice("region")
	if len(regions) == 0 {
		if regions, err = switchedOn(c.Context, accounts); err != nil {
			return err
		}
	}
	err = awslive.Read(c.Context, kept.writer, awslive.Options{
		Accounts: accounts, Regions: regions, Readers: readers, Workers: c.Int("workers"),
		Done: kept.done, Progress: progress(c.App.ErrWriter), Shard: shard,
	})
	if err != nil {
		return broken(err, c.String("save"))
	}
	options.Source = c.String("source")
	kept.scan(&options)
	return judge(c, options, outputs, fails)
}

// broken says of a reading that has ended before its time how to go on.
func broken(err error, file string) error {
	if errors.Is(err, context.Canceled) {
		err = errors.New("interrupted")
	}
	if file == "" {
		return fmt.Errorf("%w; nothing is kept without --save FILE", err)
	}
	return fmt.Errorf("%w; lintel live aws --resume --save %s goes on from here", err, file)
}

// steer names the files of a configuration in full, for what is judged lies elsewhere.
func steer(options *scan.Options, file *config.File) {
	options.Config = file
	if file == nil {
		return
	}
	for _, of := range []struct {
		option *string
		name   config.Named
	}{{&options.Exceptions, file.Exceptions}, {&options.Baseline, file.Baseline}} {
		if *of.option == "" && of.name.Path != "" {
			*of.option = filepath.Join(file.Top, filepath.FromSlash(of.name.Path))
		}
	}
}

// redact copies a snapshot for others to see.
func redact(c *cli.Context) error {
	to := c.String("save")
	if c.NArg() != 2 || to == "" {
		return scan.Usagef("write it as lintel live redact SNAPSHOT --save FILE")
	}
	in, err := os.Open(c.Args().Get(1))
	if err != nil {
		return scan.Usagef("%s: there is no such file", c.Args().Get(1))
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(snapshot.Redact(in, out), out.Close())
}

// accounts signs in, and finds out what is to be read.
func accounts(c *cli.Context) ([]*awslive.Account, snapshot.Head, error) {
	home, arn, err := awslive.Open(c.Context, awslive.Login{Profile: c.String("aws-profile"), Region: first(c.StringSlice("region"))})
	if err != nil {
		return nil, snapshot.Head{}, err
	}
	head := snapshot.Head{Tool: "lintel " + version(), Caller: arn, Partition: home.Partition, Started: time.Now().UTC().Format(time.RFC3339)}
	ids := strings.Split(c.String("accounts"), ",")
	switch c.String("accounts") {
	case "":
		return []*awslive.Account{home}, head, nil
	case "org":
		if ids, err = home.Members(c.Context); err != nil {
			return nil, head, err
		}
	}
	role := awslive.Role{Name: c.String("role"), ExternalID: c.String("external-id")}
	all := make([]*awslive.Account, len(ids))
	for i, id := range ids {
		if all[i] = home; id != home.ID {
			all[i] = home.Assume(id, role)
		}
	}
	return all, head, nil
}

// switchedOn are the regions that any of the accounts has switched on.
func switchedOn(ctx context.Context, accounts []*awslive.Account) ([]string, error) {
	var all []string
	for _, a := range accounts {
		regions, err := a.Regions(ctx)
		if err != nil {
			return nil, fmt.Errorf("regions of %s: %w (--region names them instead)", a.ID, err)
		}
		all = append(all, regions...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// entered are the accounts that let one in. Of others the snapshot says so; the run goes on without them.
func entered(ctx context.Context, accounts []*awslive.Account, w *snapshot.Writer) ([]*awslive.Account, error) {
	var in []*awslive.Account
	for _, a := range accounts {
		id := a.ID
		_, err := a.Who(ctx)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err == nil:
			in = append(in, a)
		default:
			if err := awslive.Shut(w, id, err); err != nil {
				return nil, err
			}
		}
	}
	if len(in) == 0 {
		return nil, errors.New("none of the accounts lets in the role")
	}
	return in, nil
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// kept is the snapshot that is being written.
type kept struct {
	name   string
	writer *snapshot.Writer
	file   *os.File
	memory bytes.Buffer
	done   func(account, region, read string) bool
}

// keep opens the file that --save names, or keeps the snapshot in memory. Others must not read it. What was kept before
// is copied first, and takes the file's place as a whole.
func keep(name string, before *snapshot.Contents, head snapshot.Head) (k *kept, err error) {
	k = &kept{name: name}
	if name == "" {
		k.writer = snapshot.NewWriter(&k.memory)
		return k, k.writer.Head(head)
	}
	var start bytes.Buffer
	if before == nil {
		err = snapshot.NewWriter(&start).Head(head)
	} else {
		k.done = before.Settled
		err = before.CopySettled(snapshot.NewWriter(&start))
	}
	part := name + ".part"
	if err = errors.Join(err, os.WriteFile(part, start.Bytes(), 0o600)); err != nil {
		return nil, err
	}
	if err := os.Rename(part, name); err != nil {
		return nil, err
	}
	k.file, err = os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	k.writer = snapshot.NewWriter(k.file)
	return k, err
}

// earlier is the snapshot that is to be completed, nil for none.
func earlier(name string, resume bool) (*snapshot.Contents, error) {
	switch {
	case name == "" && resume:
		return nil, scan.Usagef("--resume wants the snapshot that it is to complete: --save FILE")
	case name == "":
		return nil, nil
	case !resume:
		if _, err := os.Stat(name); err == nil {
			return nil, scan.Usagef("%s is there already; --resume completes it", name)
		}
		return nil, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, scan.Usagef("%s: there is no such snapshot to complete", name)
	}
	defer file.Close()
	contents, _, err := snapshot.Read(file, name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return contents, nil
}

func (k *kept) close() {
	if k.file != nil {
		_ = k.file.Close() // each unit was written as a whole
	}
}

// scan has the snapshot judged.
func (k *kept) scan(o *scan.Options) {
	if k.file != nil {
		o.Paths = []string{k.name}
		return
	}
	o.Paths, o.Stdin = []string{"-"}, &k.memory
}

// progress draws a bar for people. What is no terminal gets nothing.
func progress(w io.Writer) func(done, all int) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	const wide = 30
	return func(done, all int) {
		full := wide * done / all
		_, _ = fmt.Fprintf(w, "\r[%s%s] %d of %d lists", strings.Repeat("=", full), strings.Repeat(" ", wide-full), done, all)
		if done == all {
			_, _ = fmt.Fprint(w, "\r\x1b[K")
		}
	}
}

// parseShard reads "2/5".
func parseShard(text string) (awslive.Shard, error) {
	var s awslive.Shard
	if text == "" {
		return s, nil
	}
	if n, err := fmt.Sscanf(text, "%d/%d", &s.Number, &s.Of); n != 2 || err != nil || s.Number < 1 || s.Number > s.Of {
		return s, scan.Usagef("--shard %s: write it as 1/4, the first of four", text)
	}
	return s, nil
}
