package view

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Image is the name of a container image, taken apart.
type Image struct {
	Registry, Repository, Tag, Digest string
}

// ImageOf takes a name apart as Docker does: what stands before the first slash is
// a registry if it has a dot or a port or is localhost.
func ImageOf(name string) Image {
	var i Image
	name, i.Digest, _ = strings.Cut(name, "@")
	if colon := strings.LastIndexByte(name, ':'); colon > strings.LastIndexByte(name, '/') {
		name, i.Tag = name[:colon], name[colon+1:]
	}
	first, rest, ok := strings.Cut(name, "/")
	i.Registry, i.Repository = "docker.io", name
	if ok && (strings.ContainsAny(first, ".:") || first == "localhost") {
		i.Registry, i.Repository = first, rest
	}
	return i
}

// Windows knows images of Windows by their names: Microsoft's own, and the tags of
// others that are built on these. .NET Framework runs nowhere else.
func (i Image) Windows() bool {
	path := "/" + i.Repository + "/"
	return strings.Contains(path, "/windows/") || strings.Contains(path, "/dotnet/framework/") || strings.Contains(path, "nanoserver") ||
		strings.Contains(i.Tag, "nanoserver") || strings.Contains(i.Tag, "servercore")
}

// Started is the image from which a service of Compose or a stage of a Dockerfile is
// started, and its name as Pieced has it; ok is false where that is built here, is
// another stage, or is nothing at all.
func Started(r *model.Resource) (image model.Value, name string, ok bool) {
	image = r.At("image")
	name = Pieced(image)
	if r.Type == "compose_service" {
		return image, name, image.State != model.Absent && r.At("build").State == model.Absent
	}
	return image, name, r.At("parent").State == model.Absent && name != "scratch" && name != ""
}

// Latest asks whether an image is whatever its registry has as the latest: by that
// tag, and by no digest.
func (i Image) Latest() model.Truth {
	switch {
	case i.Digest != "":
		return model.No
	case strings.Contains(i.Tag, Hole):
		return model.Maybe
	}
	return model.Is(i.Tag == "latest")
}

// Untagged asks whether an image has neither tag nor digest, which an unknown end
// of its name may be.
func (i Image) Untagged() model.Truth {
	untagged := model.Is(i.Tag == "" && i.Digest == "")
	if strings.HasSuffix(i.Repository, Hole) {
		return min(untagged, model.Maybe)
	}
	return untagged
}

// wellKnown are the registries that vendors and large communities run. Below the last
// ones each customer has a name of their own.
var wellKnown = []string{
	"docker.io", "docker.elastic.co", "gcr.io", "ghcr.io", "mcr.microsoft.com", "nvcr.io", "public.ecr.aws", "quay.io",
	"registry.access.redhat.com", "registry.redhat.io", "registry.fedoraproject.org", "registry.gitlab.com", "registry.k8s.io",
	"registry.opensuse.org", "registry.suse.com", "cgr.dev", "dhi.io", "container-registry.oracle.com",
	"*.amazonaws.com", "*.amazonaws.com.cn", "*.amazonaws.eu", "*.azurecr.io", "*.gcr.io", "*.pkg.dev", "*.jfrog.io", "*.gitlab.com",
}

// Trusted asks whether an image comes from a registry that the owner of the scope
// trusts, or from a well-known one where the owner has named none; kind says which.
// The name is as Pieced has it.
func Trusted(scope *model.Scope, name string) (trusted model.Truth, kind string) {
	list, kind := scope.Settings.TrustedRegistries, "trusted"
	if len(list) == 0 {
		list, kind = wellKnown, "well-known"
	}
	for _, registry := range list {
		trusted = max(trusted, ImageOf(name).from(registry))
	}
	if strings.HasPrefix(name, Hole) {
		trusted = model.Maybe
	}
	return trusted, kind
}

// aliases are other names of Docker Hub.
var aliases = []string{"index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"}

// from asks whether an image lies below HOST[/PATH].
func (i Image) from(registry string) model.Truth {
	host, path, _ := strings.Cut(registry, "/")
	own, repository := i.Registry, i.Repository
	if slices.Contains(aliases, own) {
		own = "docker.io"
	}
	if slices.Contains(aliases, host) {
		host = "docker.io"
	}
	if own == "docker.io" && !strings.ContainsAny(repository, "/"+Hole) {
		repository = "library/" + repository
	}
	domain, wild := strings.CutPrefix(host, "*")
	switch {
	case strings.Contains(own, Hole):
		return model.Maybe
	case !strings.EqualFold(own, host) && !(wild && len(own) > len(domain) && strings.EqualFold(own[len(own)-len(domain):], domain)):
		return model.No
	}
	return below(repository, strings.TrimSuffix(path, "/"))
}

// below asks whether a repository is the one at a path, or lies below it.
func below(repository, path string) model.Truth {
	known, _, holed := strings.Cut(repository, Hole)
	switch {
	case path == "", strings.HasPrefix(known, path+"/"), repository == path:
		return model.Yes
	case holed && (strings.HasPrefix(path+"/", known) || known == path):
		return model.Maybe
	}
	return model.No
}
