<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>About</name>
    <message>
        <source>About GAN Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, steer, paint with, edit with and train generative adversarial networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python, Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model, or a picture that carries its recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PNG with its recipe inside, as JPEG or WebP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grid of seeds...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many seeds side by side in one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recipe inside PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved PNG files restore everything when dropped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the clipboard, with its recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copied picture with its recipe, or files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Throw the dice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the &amp;whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New random network...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try everything without any file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model was trained on, and what is wrong with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show models &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where opened model files are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep memory for speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws up to twice as fast; from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where nothing runs, it dismisses the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to train...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About GAN Studio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>After the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Applies</name>
    <message>
        <source>No model is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no average latent, so psi and cutoff have nothing to pull to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} adds no noise to its layers, so there is none to set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} has no style layers, so there is nothing to mix.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Models and pictures (*.safetensors *.pkl *.pt *.pth *.bin *.png *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pkl *.pt *.pth *.bin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures with a recipe (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model or an exported picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, with its recipe (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG (*.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebP (*.webp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassBox</name>
    <message>
        <source>choose a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation, noise and mix as they were at first; seeds stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of its classes the model draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Psi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation: 0 is the average face, 1 is as trained, more is stranger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncate only this many layers, from the coarsest on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise that belongs to the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise drawn from a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No noise: smooth skin and hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong the noise is; 1 is as trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed that random noise is drawn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix A › B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the mix: all of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only random noise is drawn from a seed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute pictures here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sentence and its detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside GAN Studio; what you made is still here. ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, {path} was not written; make room or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a command; `ganstudio --help` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} takes one seed, not {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--grid {text} is no size; write columns x rows, such as 8x8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--grid {text} has more than {most_seeds} places; choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: {text!r} is no number and no range; write {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: the range {text} runs backwards; write {last}-{first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} must be a number from {low:.9g} to {high:.9g}, not {text!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: seeds go from 0 to {last_seed}, {last} is beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} {text} names more than {most_seeds} seeds; choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: a model of {size} pixels has no {name} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option}: the style layers go from 0 to {sizes}, {last} is beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recipes} pictures do not fit into {output}: add --grid, name a folder that is there, or put {{seed}} into the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on this sheet to start from; choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--grid {grid} has room for {places} of the {wanted} seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has no style layers, so it cannot mix faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix takes either --a, --b and --layers, or --rows, --columns and --styles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has {has}, so --label {label} is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {device!r} here; choose one of {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device {device} cannot be used: {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt cannot start: {error}; install that library, README names the packages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on; `ganstudio tour FOLDER` shows every view in pictures, and `ganstudio --help` lists what else works without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {name!r} here; choose one from the Device menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} cannot be used. {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Macs with an Apple GPU have MPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No NVIDIA GPU with a working driver was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed torch is a build without CUDA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw on this sheet; choose at least one picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has no style layers, so it cannot mix two faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has the style layers 0 to {styles}, so there is no layer {outside}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latent has the shape {shape} and this model needs {shape2}; it belongs to another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} has the classes 0 to {classes}; there is no class {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The direction {name!r} has the shape {shape} and this model needs {shape2}; it belongs to another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is not enough for {task}; close other programs or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} carries no recipe; only PNG pictures that GAN Studio exported do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture in the clipboard carries no recipe; only those that GAN Studio copied do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory of {device} is not enough for {model}; the CPU draws from now on. Choose the device again once it has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {format} picture has at most {longest} pixels a side, this one is {width} x {height}; export it as PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipes of so many pictures do not fit into one PNG; choose fewer, or export as JPEG or WebP, which carry none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet {path} has no picture on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} carries no recipe; only PNG pictures that GAN Studio exported do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} {problem}; choose one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; name a file in it, such as {path2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must end in .png, .jpg or .webp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text inside this PNG is damaged; export the picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a PNG picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet of {columns} x {rows} pictures would be {width} x {height} pixels large, which is too much; choose fewer pictures or a smaller gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of a sheet must be equally large; number {index} is {width} x {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet holds at most {most_cells} pictures, not {cells}; choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a sheet of GAN Studio, or it is damaged or comes from a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory is not enough for a sheet of {width} x {height} pixels; choose fewer pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} does not fit the {title} {part} that it should hold: its weights {what}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has weights of a part {strange!r}, which no model has; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} contradicts itself: its card says {name} {value}, its generator {value2}; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} describes a {part} that cannot be built; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has weights of a {part} that its card does not describe; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} holds a network of the family {family!r}, which this version does not know; it knows {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} says that {family} is of the kind {kind!r}, which it is not; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} was written by a newer GAN Studio (card version {version}, this one knows {version2}); update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has a damaged card; get the file again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {name} has no checkpoint in it; looked for {suffixes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {name} has {latest} different checkpoints; open one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has more than 4 GB, which no model that fits here has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or no model file; GAN Studio opens its own .safetensors, PyTorch checkpoints and StyleGAN 2 pickles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is a zip file, but not one that PyTorch wrote; unpack it and open the checkpoint inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed {seed} is not between 0 and {value}; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is empty or cut short; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is damaged or no model: its header would have {length} bytes; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} has no card of GAN Studio, so it does not say what network it holds; open the checkpoint that it was made from instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: its weights do not fit the digest in its header; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} is damaged or no model: its header makes no sense; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a checkpoint, but of a network that this version does not know; it opens StyleGAN 2 (NVIDIA stylegan2-ada) and DCGAN (PyTorch&apos;s examples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds a DCGAN&apos;s discriminator only; open its generator (netG).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds several generators ({generators}); save the one that is wanted in a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} cannot be opened: it has {what}, which GAN Studio&apos;s StyleGAN 2 lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} holds no StyleGAN 2 that GAN Studio knows: {name} is missing or of another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} draws pictures of {size} pixels; GAN Studio opens models of up to {most_pixels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} draws pictures of {generator} colour channels; GAN Studio shows those of 1 or 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called {name!r} here; open its file, or take one of those that are here: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name!r} here has other weights than the one that is asked for; open the file that has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The random network {name!r} comes out differently on this machine or with this version, so the picture would be another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has changed on the disk since it was opened; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged; get it again from where it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} asks for {shown}, which GAN Studio does not run or read: a checkpoint needs weights and plain values only, so open one that you trust or a state_dict of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not know the network family {name!r}; known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} cannot be {size} pixels large; choose one of {sizes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a recipe of GAN Studio, or it is damaged or comes from a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} must hold one JSON object with the fields of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has a field {unknown!r} that is not known; known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there; a run folder needs a spec.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not JSON: {error}; correct it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: field {field!r}: {first}{first2}; it says {first3!r}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaceSession</name>
    <message>
        <source>Restore picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacesTab</name>
    <message>
        <source>Open a model, or make a new random network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupStrip</name>
    <message>
        <source>Drag up or down to move all {group} layers: {effect}. Double-click resets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>coarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pose, the shape of head and hair, glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features: eyes, nose and mouth, the expression, how the hair falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours, light, skin and the texture of hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer {layer} · {size} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {group}: {weight} of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steers {effect}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag across the sliders to set several; Shift keeps to one; double-click resets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixPanel</name>
    <message>
        <source>Weight of source B in this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of B the layer takes: 0 is all A, 1 is all B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer}, {group}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Model card: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewNetwork</name>
    <message>
        <source>New random network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network with weights by chance: it has learnt nothing, so its pictures are patterns rather than faces, but every control works on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {0} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>There is no picture and no file in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened the first of {} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture carries no recipe; only those that GAN Studio made do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (damaged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New random network...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Resting</name>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedBox</name>
    <message>
        <source>The number that the picture grows from: type any seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the dice: a seed by chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedGrid</name>
    <message>
        <source>Grid of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} pictures, seeds {first} to {last}, with everything else as it is set now: {width} × {height} px.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle button, or Space and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys, Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small and large steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag across the mix panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set several layers in one sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anywhere in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model, or restore an exported picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Source {letter} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A latent of its own; any seed replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of the face that is mixed in: type any seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops what is running (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms a picture · {quality} · {width} × {height}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>How to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a network on your pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Make a folder for the run, and in it a file &lt;b&gt;spec.json&lt;/b&gt; that names your pictures (a folder or a zip), the size and how many pictures to show the network in all:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Start it in a terminal:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Look into the run folder: &lt;b&gt;samples&lt;/b&gt; shows what the network has learnt so far, &lt;b&gt;snapshots&lt;/b&gt; holds models that you can drop on this window at any moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Ctrl+C, or a file named &lt;b&gt;stop&lt;/b&gt; in the folder, saves and ends the run. The same command goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, live losses and samples will be shown here. Today training starts from the shell: python -m trainers RUN_FOLDER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to train...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>The first picture is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model, or make a new random network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will paint a map of sky, hills and water, and see it as a photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will draw pictures by class, blend classes and walk between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a model for {tab}, which cannot draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
