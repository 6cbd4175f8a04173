package compose

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/loader"
	"github.com/compose-spec/compose-go/v2/types"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// Where Compose's own loader accepts a file, it agrees on what the services are.
func TestAgreesWithCompose(t *testing.T) {
	judged := 0
	for _, root := range [...]string{"testdata", "../../../shared/corpus/kics/compose"} {
		_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !MayBe(name) || strings.Contains(name, ".override.") {
				return nil
			}
			project := load(t, name)
			if project == nil {
				return nil
			}
			judged++
			t.Run(name, func(t *testing.T) { agree(t, name, project) })
			return nil
		})
	}
	if judged < 2 {
		t.Errorf("Compose accepted %d files: those of testdata at least should be", judged)
	}
}

// load has Compose read a file, with the override beside it. It is nil where Compose
// refuses the file.
func load(t *testing.T, name string) *types.Project {
	t.Helper()
	details := types.ConfigDetails{WorkingDir: filepath.Dir(name), Environment: types.Mapping{}}
	for key, value := range dotenv(os.DirFS(filepath.Dir(name)), ".env") {
		details.Environment[key] = value
	}
	details.ConfigFiles = []types.ConfigFile{{Filename: name}}
	if over := overrideOf(os.DirFS(filepath.Dir(name)), filepath.Base(name)); over != "" {
		details.ConfigFiles = append(details.ConfigFiles, types.ConfigFile{Filename: filepath.Join(filepath.Dir(name), over)})
	}
	project, err := loader.LoadWithContext(context.Background(), details, func(o *loader.Options) {
		o.SkipConsistencyCheck, o.SkipValidation, o.SkipResolveEnvironment = true, true, true
		o.Profiles = []string{"*"}
		o.SetProjectName("judged", true)
	})
	if err != nil {
		return nil
	}
	return project
}

func agree(t *testing.T, name string, project *types.Project) {
	scope, _, err := Parse(context.Background(), os.DirFS(filepath.Dir(name)), filepath.Base(name))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(scope.OfType("compose_service")), len(project.AllServices()); got != want {
		t.Errorf("%d services, Compose finds %d", got, want)
	}
	for _, service := range project.AllServices() {
		r := scope.Resource("services." + service.Name)
		if r == nil {
			t.Errorf("no service %s", service.Name)
			continue
		}
		if got, want := ours(r), theirs(service); got != want {
			t.Errorf("%s is\n%s\nCompose says\n%s", service.Name, got, want)
		}
	}
}

// ours and theirs are what can be compared of a service; what is not known here has no
// value there.
func ours(r *model.Resource) string {
	var ports, mounts []string
	for p := range r.Each("ports") {
		if strings.Contains(view.Pieced(p.At("target")), "-") || view.Pieced(p) == view.Hole {
			continue
		}
		ports = append(ports, fmt.Sprintf("%s:%s:%s", known(p.At("host_ip")), known(p.At("published")), known(p.At("target"))))
	}
	for v := range r.Each("volumes") {
		mounts = append(mounts, fmt.Sprintf("%s:%s:%v", known(v.At("type")), path.Clean(known(v.At("target"))), v.At("read_only").IsTrue()))
	}
	slices.Sort(ports)
	return fmt.Sprintf("image=%s privileged=%v network=%s pid=%s ipc=%s userns=%s restart=%s read_only=%v cap_add=%v cap_drop=%v security=%v cgroup=%s\nports=%v\nvolumes=%v\n",
		known(r.At("image")), r.At("privileged").IsTrue(), known(r.At("network_mode")), known(r.At("pid")), known(r.At("ipc")),
		known(r.At("userns_mode")), known(r.At("restart")), r.At("read_only").IsTrue(), all(r, "cap_add"), all(r, "cap_drop"),
		all(r, "security_opt"), known(r.At("cgroup_parent")), ports, mounts)
}

func known(v model.Value) string { return strings.ReplaceAll(view.Pieced(v), view.Hole, "") }

func all(r *model.Resource, path string) []string {
	list := []string{}
	for v := range r.Each(path) {
		list = append(list, known(v))
	}
	return list
}

func theirs(s types.ServiceConfig) string {
	var ports, mounts []string
	for _, p := range s.Ports {
		ports = append(ports, fmt.Sprintf("%s:%s:%d", p.HostIP, p.Published, p.Target))
	}
	for _, v := range s.Volumes {
		mounts = append(mounts, fmt.Sprintf("%s:%s:%v", v.Type, v.Target, model.Is(v.ReadOnly)))
	}
	slices.Sort(ports)
	return fmt.Sprintf("image=%s privileged=%v network=%s pid=%s ipc=%s userns=%s restart=%s read_only=%v cap_add=%v cap_drop=%v security=%v cgroup=%s\nports=%v\nvolumes=%v\n",
		s.Image, model.Is(s.Privileged), s.NetworkMode, s.Pid, s.Ipc, s.UserNSMode, s.Restart, model.Is(s.ReadOnly), list(s.CapAdd),
		list(s.CapDrop), list(s.SecurityOpt), s.CgroupParent, ports, mounts)
}

func list(words []string) []string { return append([]string{}, words...) }
