package revision

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// clone is a work tree that git itself has made.
type clone struct {
	t   *testing.T
	dir string
}

func newClone(t *testing.T) *clone {
	c := &clone{t, t.TempDir()}
	c.git("init", "-q", "-b", "main", ".")
	return c
}

func (c *clone) git(args ...string) string {
	c.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(),
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
	)
	out, err := cmd.CombinedOutput()
	if err != nil {
		c.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (c *clone) write(name, text string) {
	c.t.Helper()
	name = filepath.Join(c.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

func (c *clone) commit(name, text string) string {
	c.t.Helper()
	c.write(name, text)
	c.git("add", "-A")
	c.git("commit", "-q", "-m", name)
	return c.git("rev-parse", "HEAD")
}

func (c *clone) open() *Repository {
	c.t.Helper()
	r, err := Open(c.dir)
	if err != nil {
		c.t.Fatal(err)
	}
	return r
}

func named(t *testing.T, r *Repository, name string) *Commit {
	t.Helper()
	c, err := r.Commit(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestNames(t *testing.T) {
	c := newClone(t)
	first := c.commit("a", "1")
	second := c.commit("a", "2")
	c.git("tag", "light", first)
	c.git("tag", "-a", "-m", "x", "heavy", first)
	c.git("update-ref", "refs/remotes/origin/main", first)
	c.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
	c.git("checkout", "-q", "-b", "topic/x", first)
	third := c.commit("b", "3")
	c.git("checkout", "-q", "main")
	c.git("merge", "-q", "--no-ff", "-m", "m", "topic/x")
	merge := c.git("rev-parse", "HEAD")
	names := map[string]string{
		"HEAD": merge, "@": merge, "main": merge, "refs/heads/main": merge, "light": first, "heavy": first, "tags/heavy": first,
		"origin/main": first, "origin": first, "topic/x": third, first: first, second[:8]: second, second[:7]: second,
		"HEAD~1": second, "HEAD^": second, "HEAD^2": third, "HEAD^2~1": first, "HEAD~2": first, "main^^": first, "HEAD^0": merge,
	}
	check := func(kind string) {
		r := c.open()
		for name, want := range names {
			if got := named(t, r, name).Hash; got != want {
				t.Errorf("%s: %s is %s, not %s", kind, name, got, want)
			}
		}
	}
	check("loose")
	c.git("pack-refs", "--all")
	c.git("repack", "-q", "-a", "-d")
	check("packed")
	c.git("checkout", "-q", "--detach", "main")
	check("detached")

	r := c.open()
	for name, want := range map[string]string{
		"nowhere": `knows no revision "nowhere"`, "HEAD~9": "no such ancestor", "HEAD^7": "no such ancestor",
		"@{upstream}": "no name of a revision", "HEAD~x": "no name of a revision", strings.Repeat("0", 40): "is not in this clone", "": "no name",
	} {
		if _, err := r.Commit(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", name, err, want)
		}
	}
	empty := newClone(t)
	if _, err := empty.open().Commit("HEAD"); err == nil || !strings.Contains(err.Error(), "no commit yet") {
		t.Errorf("empty: %v", err)
	}
}

func TestMergeBase(t *testing.T) {
	c := newClone(t)
	first := c.commit("a", "1")
	fork := c.commit("a", "2")
	c.git("checkout", "-q", "-b", "topic")
	topic := c.commit("b", "1")
	c.git("checkout", "-q", "main")
	c.commit("a", "3")
	c.git("checkout", "-q", "--orphan", "other")
	c.commit("z", "1")
	c.git("checkout", "-q", "topic")
	between := func(r *Repository, a, b string) (string, error) {
		base, err := named(t, r, a).MergeBase(t.Context(), named(t, r, b))
		if err != nil {
			return "", err
		}
		return base.Hash, nil
	}
	r := c.open()
	for _, test := range []struct{ a, b, want string }{
		{"topic", "main", fork}, {"main", "topic", fork}, {"topic", "topic", topic}, {"main", "main~2", first}, {"main~2", "topic", first},
	} {
		if got, err := between(r, test.a, test.b); got != test.want || err != nil {
			t.Errorf("%s and %s: %s, %v; want %s", test.a, test.b, got, err, test.want)
		}
	}
	if _, err := between(r, "topic", "other"); !errors.Is(err, ErrUnrelated) {
		t.Errorf("unrelated: %v", err)
	}
	c.git("merge", "-q", "--no-ff", "-m", "m", "main")
	r = c.open()
	if got, err := between(r, "main", "topic"); got != named(t, r, "main").Hash || err != nil {
		t.Errorf("merged: %s, %v", got, err)
	}
}

func TestShallowClones(t *testing.T) {
	c := newClone(t)
	c.commit("a", "1")
	c.git("checkout", "-q", "-b", "topic")
	c.commit("b", "1")
	c.git("checkout", "-q", "main")
	c.commit("a", "3")
	shallow := &clone{t, t.TempDir()}
	shallow.git("clone", "-q", "--depth", "1", "--no-single-branch", "file://"+c.dir, ".")
	r := shallow.open()
	if _, err := named(t, r, "origin/topic").MergeBase(t.Context(), named(t, r, "origin/main")); !errors.Is(err, ErrShallow) {
		t.Errorf("got %v", err)
	}
	if _, err := r.Commit("HEAD~1"); err == nil {
		t.Error("an ancestor is found that is not there")
	}
}

func TestTree(t *testing.T) {
	c := newClone(t)
	c.write("a/b/deep.txt", "deep")
	c.write("a/b.txt", "beside")
	c.write("top", "top")
	for link, to := range map[string]string{"link": "a/b.txt", "a/up": "../top", "dir": "a", "out": "../outside", "loop": "loop"} {
		if err := os.Symlink(to, filepath.Join(c.dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	c.commit("x", "x")
	t.Run("loose", func(t *testing.T) { holds(t, c) })
	c.git("repack", "-q", "-a", "-d", "-f")
	t.Run("packed", func(t *testing.T) { holds(t, c) })
}

// holds looks at what TestTree has written.
func holds(t *testing.T, c *clone) {
	tree := named(t, c.open(), "HEAD").Tree()
	for name, want := range map[string]string{
		"a/b/deep.txt": "deep", "link": "beside", "a/up": "top", "dir/b.txt": "beside", "dir/b/deep.txt": "deep", "x": "x",
	} {
		data, err := fs.ReadFile(tree, name)
		info, statErr := fs.Stat(tree, name)
		if err != nil || statErr != nil || string(data) != want || info.Size() != int64(len(want)) || !info.Mode().IsRegular() {
			t.Errorf("%s: %q, %v, %v, %v", name, data, err, info, statErr)
		}
	}
	for _, name := range []string{"out", "loop", "none", "a/none", "top/x", "../top"} {
		if _, err := tree.Open(name); err == nil {
			t.Errorf("%s can be opened", name)
		}
	}
	if to, err := fs.ReadLink(tree, "link"); to != "a/b.txt" || err != nil {
		t.Errorf("link leads to %q, %v", to, err)
	}
	if info, err := fs.Lstat(tree, "dir"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("dir is %v, %v", info, err)
	}
	if own, ok := tree.Blob("top"); !ok || own != HashOf([]byte("top")) || own != c.git("rev-parse", "HEAD:top") {
		t.Errorf("the hash of top is %s", own)
	}
	deep, err := fs.Sub(tree, "a/b")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(deep, "deep.txt"); err != nil {
		t.Error(err)
	}
}

func TestWorkTreesAndSubmodules(t *testing.T) {
	c := newClone(t)
	first := c.commit("a", "1")
	c.git("checkout", "-q", "-b", "away")
	further := &clone{t, filepath.Join(t.TempDir(), "further")}
	c.git("worktree", "add", "-q", further.dir, "main")
	second := further.commit("a", "2")
	r := further.open()
	if named(t, r, "HEAD").Hash != second || named(t, r, "away").Hash != first {
		t.Error("a further work tree has its own HEAD and shares the rest")
	}

	super := newClone(t)
	super.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "file://"+c.dir, "sub")
	super.commit("x", "x")
	inner := (&clone{t, filepath.Join(super.dir, "sub")}).open()
	if named(t, inner, "HEAD").Hash != first {
		t.Error("a submodule has its own HEAD")
	}
	tree := named(t, super.open(), "HEAD").Tree()
	if at, ok := tree.Submodule("sub/a"); !ok || at != first {
		t.Errorf("sub stands at %s, %t", at, ok)
	}
	if entries, err := tree.ReadDir("sub"); len(entries) != 0 || err != nil {
		t.Errorf("sub holds %v, %v", entries, err)
	}
}

// What a clone says of where its repository lies is not believed.
func TestHostilePointers(t *testing.T) {
	private := newClone(t)
	private.commit("secret", "x")
	for name, plant := range map[string]func(dir string) error{
		"file": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, ".git"), []byte("gitdir: "+filepath.Join(private.dir, ".git")+"\n"), 0o644)
		},
		"link": func(dir string) error {
			return os.Symlink(filepath.Join(private.dir, ".git"), filepath.Join(dir, ".git"))
		},
		"empty": func(dir string) error { return os.WriteFile(filepath.Join(dir, ".git"), nil, 0o644) },
	} {
		dir := t.TempDir()
		if err := plant(dir); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); err == nil {
			t.Errorf("%s: another's repository is opened", name)
		}
	}

	borrower := newClone(t)
	borrower.commit("own", "x")
	borrower.write(".git/objects/info/alternates", filepath.Join(private.dir, ".git/objects")+"\n")
	if _, err := borrower.open().Commit(private.git("rev-parse", "HEAD")); err == nil {
		t.Error("objects of another's repository are read")
	}
}

func TestOtherRepositories(t *testing.T) {
	tables := newClone(t)
	tables.write(".git/HEAD", "ref: refs/heads/.invalid\n")
	if _, err := tables.open().Commit("HEAD"); err == nil || !strings.Contains(err.Error(), "reftable") {
		t.Errorf("reftable: %v", err)
	}
	long := &clone{t, t.TempDir()}
	long.git("init", "-q", "--object-format=sha256", ".")
	if _, err := Open(long.dir); err == nil || !strings.Contains(err.Error(), "SHA-256") {
		t.Errorf("SHA-256: %v", err)
	}
}

func TestBrokenObjects(t *testing.T) {
	c := newClone(t)
	c.commit("a", "1")
	err := filepath.WalkDir(filepath.Join(c.dir, ".git", "objects"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		if err := os.Chmod(name, 0o644); err != nil {
			return err
		}
		return os.WriteFile(name, []byte("\x78\x9cnot an object"), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.open().Commit("HEAD"); err == nil {
		t.Error("a broken commit is read")
	}
}

func TestBrokenFolders(t *testing.T) {
	hash := strings.Repeat("x", 20)
	for _, data := range []string{
		"40000 a\x00short", "no zero byte", "100644 ..\x00" + hash, "100644 a/b\x00" + hash, "100644 \x00" + hash, "100644\x00" + hash,
	} {
		if entries, err := entriesOf([]byte(data)); err == nil {
			t.Errorf("%q holds %v", data, entries)
		}
	}
	entries, err := entriesOf([]byte("40000 b\x00" + hash + "100644 a\x00" + hash))
	if err != nil || len(entries) != 2 || entries[0].name != "a" || !entries[1].mode.IsDir() {
		t.Errorf("%v, %v", entries, err)
	}
}
