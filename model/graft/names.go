package graft

import (
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model/vocabulary"
)

// companionNames says what the author of a Terraform resource would write to have something at a place where a companion is
// folded: the companion's type, by place.
type companionNames map[string]string

func (n companionNames) Name(at, path string) string {
	if at != "" {
		return at + "." + path
	}
	place, below, deeper := strings.Cut(path, ".")
	companion, ok := n[place]
	switch {
	case !ok:
		return path
	case deeper:
		return companion + "." + below
	}
	return companion
}

// namesOf has the places of an owner's type for which it has no attribute of its own, or one that has given way to the
// companion, as all of a bucket's have.
//
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-4-upgrade
func namesOf(owner string) companionNames {
	if held, ok := named.Load(owner); ok {
		return held.(companionNames)
	}
	names := companionNames{}
	schema := vocabulary.Resource(owner)
	for _, l := range byOwner()[owner] {
		if owner != "aws_s3_bucket" && (schema.Attribute(l.place) != nil || schema.Block(l.place) != nil) {
			continue
		}
		if held, ok := names[l.place]; !ok || !strings.HasPrefix(held, owner) {
			names[l.place] = l.typ
		}
	}
	named.Store(owner, names)
	return names
}

var named sync.Map // names by type, as they are needed
