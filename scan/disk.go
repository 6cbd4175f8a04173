package scan

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// disk is the file system below the boundary. Files are mostly read folder by folder, and
// a Root walks to each from its top, so the folder of the last file stays open.
type disk struct {
	rooted
	top *os.Root
	// last are the folders that are open, one for each reader.
	last sync.Pool
}

// rooted is what the file system of a Root can do.
type rooted interface {
	fs.StatFS
	fs.ReadFileFS
	fs.ReadDirFS
	fs.ReadLinkFS
}

// openFolder is one of them. What the pool drops closes by itself.
type openFolder struct {
	name string
	root *os.Root
}

func newDisk(top *os.Root) *disk { return &disk{rooted: top.FS().(rooted), top: top} }

func (d *disk) Stat(name string) (info fs.FileInfo, err error) {
	if !d.within(name, func(root *os.Root, base string) error { info, err = root.Stat(base); return err }) {
		return d.rooted.Stat(name)
	}
	return info, nil
}

func (d *disk) ReadFile(name string) (data []byte, err error) {
	if !d.within(name, func(root *os.Root, base string) error { data, err = root.ReadFile(base); return err }) {
		return d.rooted.ReadFile(name)
	}
	return data, nil
}

// within does something with a file by way of its folder. It returns false where that
// does not work: a link may lead out of the folder, and not of the boundary.
func (d *disk) within(name string, do func(root *os.Root, base string) error) bool {
	dir, base := path.Split(name)
	if dir == "" || !fs.ValidPath(name) {
		return false
	}
	f, _ := d.last.Get().(*openFolder)
	if f == nil || f.name != dir {
		if f != nil {
			f.root.Close()
		}
		root, err := d.top.OpenRoot(filepath.FromSlash(dir))
		if err != nil {
			return false
		}
		f = &openFolder{dir, root}
	}
	defer d.last.Put(f)
	return do(f.root, base) == nil
}
