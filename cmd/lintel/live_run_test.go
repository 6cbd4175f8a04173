//go:build aws

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lintel-iac/lintel/parser/snapshot"
)

// cloud is a server that has a volume, which is not encrypted, in each of two regions, and nothing else.
type cloud struct {
	*httptest.Server
	mu    sync.Mutex
	asked map[string]int // by operation and region
	// before may answer in place of the cloud, and says whether it did.
	before func(call string, w http.ResponseWriter) bool
}

func newCloud(t *testing.T) *cloud {
	c := &cloud{asked: map[string]int{}}
	c.Server = httptest.NewServer(c)
	t.Cleanup(c.Close)
	return c
}

func (c *cloud) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	form, _ := url.ParseQuery(string(body))
	_, scope, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	action, region := form.Get("Action"), strings.Split(scope+"////", "/")[2]
	call := action + " " + region
	c.mu.Lock()
	c.asked[call]++
	before := c.before
	c.mu.Unlock()
	if before != nil && before(call, w) {
		return
	}
	switch action {
	case "":
		_, _ = io.WriteString(w, "{}")
	case "GetCallerIdentity":
		_, _ = io.WriteString(w, "<R><GetCallerIdentityResult><Account>111122223333</Account><Arn>arn:aws:iam::111122223333:user/audit</Arn></GetCallerIdentityResult></R>")
	case "DescribeVolumes":
		_, _ = fmt.Fprintf(w, "<R><volumeSet><item><volumeId>vol-0123456789abcdef%d</volumeId><encrypted>false</encrypted></item></volumeSet></R>", len(region)%10)
	default:
		_, _ = fmt.Fprintf(w, "<%[1]sResponse><%[1]sResult/></%[1]sResponse>", action)
	}
}

func (c *cloud) refuse(before func(call string, w http.ResponseWriter) bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.before = before
}

func (c *cloud) counts() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	counts := map[string]int{}
	for call, n := range c.asked {
		counts[call] = n
	}
	return counts
}

// run is a lintel of its own, in its own folder, that reads the cloud.
func (c *cloud) run(t *testing.T, dir string, arguments ...string) (*exec.Cmd, *bytes.Buffer, *bytes.Buffer) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "lintel") // by which name the test is the program
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(program, append([]string{
		"live", "aws", "--region", "eu-west-1", "--region", "eu-central-1", "--only", "aws-ebs-volume-unencrypted,aws-vpc-*",
	}, arguments...)...)
	command.Dir = dir
	command.Env = append(os.Environ(), "AWS_ENDPOINT_URL="+c.URL, "AWS_ACCESS_KEY_ID=A", "AWS_SECRET_ACCESS_KEY=B", "AWS_CONFIG_FILE=none", "AWS_SHARED_CREDENTIALS_FILE=none")
	var out, errs bytes.Buffer
	command.Stdout, command.Stderr = &out, &errs
	return command, &out, &errs
}

// judged is what a report in JSON has, without the lines at which a snapshot has them.
func judged(t *testing.T, report []byte) []string {
	t.Helper()
	var r struct {
		Findings []struct {
			Check, Verdict, Root string
			Resource             struct{ Address string }
		}
	}
	if err := json.Unmarshal(report, &r); err != nil {
		t.Fatalf("%v: %s", err, report)
	}
	var out []string
	for _, f := range r.Findings {
		out = append(out, strings.Join([]string{f.Check, f.Verdict, f.Root, f.Resource.Address}, " "))
	}
	slices.Sort(out)
	return out
}

// complete are the units of a snapshot that need not be read again, by operation and region.
func complete(t *testing.T, file string) map[string]bool {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	done := map[string]bool{}
	_ = snapshot.Each(bytes.NewReader(text), func(u snapshot.Unit, _ []snapshot.Resource) {
		if _, action, _ := strings.Cut(u.Read, ":"); u.State == snapshot.Complete {
			done[action+" "+u.Region] = true
		}
	})
	return done
}

func ended(t *testing.T, command *exec.Cmd) int {
	t.Helper()
	err := command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return command.ProcessState.ExitCode()
}

// A process that is killed in the middle leaves a snapshot that another one completes: with the findings of one that
// nobody has killed, and without reading again what was there.
func TestLiveKilledAndResumed(t *testing.T) {
	c := newCloud(t)
	whole, want, _ := c.run(t, t.TempDir(), "--save", "account.snapshot.gz", "-f", "json")
	if status := ended(t, whole); status != 1 {
		t.Fatalf("status %d: %s", status, want)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "account.snapshot.gz")
	stuck, killed := make(chan bool, 100), make(chan bool)
	c.refuse(func(call string, _ http.ResponseWriter) bool {
		if call != "DescribeVolumes eu-west-1" && call != "DescribeSubnets eu-central-1" {
			return false
		}
		stuck <- true
		<-killed
		return true
	})
	first, _, errs := c.run(t, dir, "--save", "account.snapshot.gz", "-f", "json")
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	<-stuck
	for len(complete(t, file)) < 2 {
		time.Sleep(10 * time.Millisecond)
	}
	_ = first.Process.Kill()
	_ = first.Wait()
	close(killed)
	c.refuse(nil)
	there, before := complete(t, file), c.counts()
	if there["DescribeVolumes eu-west-1"] {
		t.Errorf("what was not answered is complete: %v %s", there, errs)
	}
	second, got, errs := c.run(t, dir, "--save", "account.snapshot.gz", "--resume", "-f", "json")
	if status := ended(t, second); status != 1 {
		t.Errorf("status %d: %s", status, errs)
	}
	for call, n := range c.counts() {
		if there[call] && n != before[call] {
			t.Errorf("%s was complete and is read again", call)
		}
	}
	if a, b := judged(t, want.Bytes()), judged(t, got.Bytes()); !slices.Equal(a, b) {
		t.Errorf("findings are %q, and of a run that was not killed %q", b, a)
	}
}

// Credentials that expire, and a network that goes away, are one line and status 3, and what was read is kept.
func TestLiveEndsBeforeItsTime(t *testing.T) {
	expired := func(_ string, w http.ResponseWriter) bool {
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, "<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>")
		return true
	}
	cut := func(_ string, w http.ResponseWriter) bool {
		if connection, _, err := http.NewResponseController(w).Hijack(); err == nil {
			_ = connection.Close()
		}
		return true
	}
	for name, test := range map[string]struct {
		answer func(string, http.ResponseWriter) bool
		says   string
	}{
		"expired": {expired, "lintel: the credentials have expired; sign in again; lintel live aws --resume --save account.snapshot.gz goes on from here\n"},
		"cut off": {cut, "lintel: cannot reach AWS; is there a network?; lintel live aws --resume --save account.snapshot.gz goes on from here\n"},
	} {
		t.Run(name, func(t *testing.T) {
			c, dir := newCloud(t), t.TempDir()
			file := filepath.Join(dir, "account.snapshot.gz")
			c.refuse(func(call string, w http.ResponseWriter) bool {
				return strings.HasPrefix(call, "Describe") && len(complete(t, file)) > 1 && test.answer(call, w)
			})
			first, _, errs := c.run(t, dir, "--save", "account.snapshot.gz", "--workers", "1", "-f", "json")
			if status := ended(t, first); status != 3 || errs.String() != test.says {
				t.Errorf("status %d: %s", status, errs)
			}
			there := complete(t, file)
			if len(there) == 0 {
				t.Error("nothing is kept")
			}
			c.refuse(nil)
			before := c.counts()
			second, got, errs := c.run(t, dir, "--save", "account.snapshot.gz", "--resume", "-f", "json")
			if status := ended(t, second); status != 1 {
				t.Errorf("status %d: %s", status, errs)
			}
			for call, n := range c.counts() {
				if there[call] && n != before[call] {
					t.Errorf("%s was complete and is read again", call)
				}
			}
			if found := judged(t, got.Bytes()); len(found) < 2 {
				t.Errorf("found %q", found)
			}
		})
	}
}

// Whose credentials have expired before anything is read gets one line.
func TestLiveExpiredFromTheStart(t *testing.T) {
	c := newCloud(t)
	c.refuse(func(_ string, w http.ResponseWriter) bool {
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, "<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>")
		return true
	})
	command, _, errs := c.run(t, t.TempDir())
	if status := ended(t, command); status != 3 || errs.String() != "lintel: the credentials have expired; sign in again\n" {
		t.Errorf("status %d: %s", status, errs)
	}
}
