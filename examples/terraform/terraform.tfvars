environment  = "staging"
public_ports = [80, 443, 3389]

buckets = {
  invoices = {}
  assets = {
    acl        = "public-read"
    versioning = false
  }
}
