using System.Globalization;
using Kith.Domain;

namespace Kith.CommandLine;

/// <summary>A file that a verb makes: it appears under its name when it is whole, readable by its owner only.</summary>
internal static class NewFile
{
    /// <summary>Writes the file beside its place and then puts it there; an existing one is replaced only if that is wanted.</summary>
    internal static async Task<T> Write<T>(string path, bool replaces, TimeProvider clock, Func<FileStream, Task<T>> write)
    {
        var whole = Path.GetFullPath(path);
        if (Directory.Exists(whole))
            throw new RefusedException("file.folder", $"\"{path}\" is a folder; name the file in it.");
        if (!replaces && File.Exists(whole))
            throw new RefusedException("file.exists", $"There is a file \"{path}\" already. Choose another name, or replace it with --force.");
        var made = whole + string.Create(CultureInfo.InvariantCulture, $".{Ids.New(clock):N}.part");
        try
        {
            T result;
            await using (var file = new FileStream(made, Options()))
                result = await write(file);
            File.Move(made, whole, replaces);
            return result;
        }
        catch
        {
            File.Delete(made);
            throw;
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
